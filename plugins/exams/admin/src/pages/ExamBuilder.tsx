import { PageFrame, useCall, useConfirm, useLoaded, useMay, useProblemText, useText, useUnsavedGuard } from '@lyceum/core/admin';
import { listTopics } from '@lyceum/questions/contract';
import { Badge, Box, Button, Flex, Loader, Tabs } from '@strapi/design-system';
import { Check, Plus, Upload } from '@strapi/icons';
import { BackButton, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import {
  type CheckReport,
  checkExam,
  createExam,
  deleteExam,
  EXAM_PERMISSIONS,
  type ExamDraft,
  type ExamInput,
  getExam,
  proposeSlug,
  publishExam,
  unpublishExam,
  updateExam,
} from '../../../contract/index.ts';
import { CheckPanel } from '../parts/CheckPanel.tsx';
import { DetailsForm } from '../parts/DetailsForm.tsx';
import { emptyExam, itemCountOf, moved, newSection } from '../parts/draft.ts';
import { type Errors, errorsBelow, errorsOf } from '../parts/errors.ts';
import { GrantAttempts } from '../parts/GrantAttempts.tsx';
import { SectionCard } from '../parts/SectionCard.tsx';

type ExamId = ExamDraft['id'];

/** Builds one exam: its rules, its questions, a check before publishing [E-01, E-02, E-03]. */
export function ExamBuilder() {
  const t = useText('exams');
  const call = useCall();
  const may = useMay();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { confirm, dialog } = useConfirm();
  const { examId } = useParams() as { examId?: ExamId };
  const [tab, setTab] = useState('details');
  const [exam, setExam] = useState<ExamInput | null>(null);
  const [saved, setSaved] = useState<ExamDraft | null>(null);
  const [errors, setErrors] = useState<Errors>({});
  const [report, setReport] = useState<CheckReport | null>(null);
  const [isBusy, setBusy] = useState(false);
  const topics = useLoaded(() => call(listTopics), []);
  const loaded = useLoaded(async () => (examId ? call(getExam, { params: { examId } }) : null), [examId]);

  useEffect(() => {
    if (loaded.isLoading) return;
    setSaved(loaded.value);
    setExam((old) => loaded.value?.exam ?? old ?? emptyExam(t('section.first')));
  }, [loaded.value, loaded.isLoading]);

  const isDirty =
    exam !== null && JSON.stringify(exam) !== JSON.stringify(saved?.exam ?? null) && (saved !== null || exam.title !== '');
  const letPass = useUnsavedGuard(isDirty, confirm);

  if (!exam) return <Loader />;
  const change = (next: Partial<ExamInput>) => {
    setExam({ ...exam, ...next });
    setReport(null);
  };
  const changeSection = (at: number, next: Partial<ExamInput['sections'][number]>) =>
    change({ sections: exam.sections.map((section, index) => (index === at ? { ...section, ...next } : section)) });

  /** Runs a step, shows where it was refused, and lets the buttons rest meanwhile. */
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setErrors({});
    try {
      await work();
    } catch (error) {
      setErrors(errorsOf(error));
      toggleNotification({ type: 'danger', message: problemText(error) });
    }
    setBusy(false);
  };

  const store = async (): Promise<ExamDraft> => {
    const draft = saved
      ? await call(updateExam, { params: { examId: saved.id }, body: exam })
      : await call(createExam, { body: exam });
    setSaved(draft);
    setExam(draft.exam);
    return draft;
  };
  const save = () =>
    attempt(async () => {
      const draft = await store();
      toggleNotification({ type: 'success', message: t('builder.saved') });
      letPass();
      if (!saved) navigate(`../${draft.id}`, { replace: true, relative: 'path' });
    });
  const check = () =>
    attempt(async () => {
      setReport(await call(checkExam, { body: { examId: saved?.id ?? null, exam } }));
      setTab('check');
    });
  const publish = () =>
    attempt(async () => {
      const draft = await store();
      const found = await call(checkExam, { body: { examId: draft.id, exam: draft.exam } });
      setReport(found);
      setTab('check');
      letPass();
      if (!saved) navigate(`../${draft.id}`, { replace: true, relative: 'path' });
      if (!found.publishable) {
        toggleNotification({ type: 'warning', message: t('check.not-yet') });
        return;
      }
      setSaved(await call(publishExam, { params: { examId: draft.id } }));
      toggleNotification({ type: 'success', message: t('builder.published') });
    });
  const unpublish = () =>
    attempt(async () => {
      if (
        !saved ||
        !(await confirm({ title: t('builder.unpublish'), text: t('builder.unpublish-text'), action: t('builder.unpublish') }))
      )
        return;
      setSaved(await call(unpublishExam, { params: { examId: saved.id } }));
    });
  const remove = () =>
    attempt(async () => {
      if (
        !saved ||
        !(await confirm({
          title: t('builder.delete'),
          text: t('builder.delete-text'),
          action: t('builder.delete'),
          isDangerous: true,
        }))
      )
        return;
      await call(deleteExam, { params: { examId: saved.id } });
      letPass();
      navigate('..', { relative: 'path' });
    });
  const nameAddress = async () => {
    if (exam.slug !== '' || exam.title.trim() === '') return;
    const { slug } = await call(proposeSlug, { query: { title: exam.title, ...(saved ? { examId: saved.id } : {}) } }).catch(
      () => ({ slug: '' }),
    );
    setExam((old) => (old && old.slug === '' ? { ...old, slug } : old));
  };

  return (
    <PageFrame
      title={exam.title || t('builder.new')}
      subtitle={t('builder.subtitle', { count: itemCountOf(exam) })}
      permission={EXAM_PERMISSIONS.readExams}
      navigationAction={<BackButton fallback="/plugins/exams" />}
      error={loaded.error}
      secondaryAction={
        <Flex gap={2}>
          {saved ? <Badge>{t(`status.${saved.status}`)}</Badge> : null}
          <Button variant="tertiary" startIcon={<Check />} loading={isBusy} onClick={() => void check()}>
            {t('builder.check')}
          </Button>
          {may(EXAM_PERMISSIONS.writeExams) ? (
            <Button variant="secondary" disabled={!isDirty} loading={isBusy} onClick={() => void save()}>
              {t('builder.save')}
            </Button>
          ) : null}
        </Flex>
      }
      primaryAction={
        may(EXAM_PERMISSIONS.publishExams) ? (
          <Button startIcon={<Upload />} loading={isBusy} onClick={() => void publish()}>
            {t('builder.publish')}
          </Button>
        ) : undefined
      }
    >
      {dialog}
      <Tabs.Root value={tab} onValueChange={setTab}>
        <Tabs.List aria-label={t('builder.parts')}>
          {['details', 'questions', 'check', ...(saved ? ['more'] : [])].map((one) => (
            <Tabs.Trigger key={one} value={one}>
              {t(`builder.${one}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Box paddingTop={6}>
          {tab === 'details' ? (
            <DetailsForm exam={exam} errors={errors} change={change} onTitleDone={() => void nameAddress()} />
          ) : null}
          {tab === 'questions' ? (
            <Flex direction="column" alignItems="stretch" gap={6}>
              {exam.sections.map((section, at) => (
                <SectionCard
                  key={section.id}
                  section={section}
                  place={at}
                  count={exam.sections.length}
                  topics={topics.value?.rows ?? []}
                  report={report}
                  errors={errorsBelow(errors, `sections.${at}`)}
                  change={(next) => changeSection(at, next)}
                  move={(by) => change({ sections: moved(exam.sections, at, by) })}
                  remove={() => change({ sections: exam.sections.filter((_, index) => index !== at) })}
                />
              ))}
              <Box>
                <Button
                  variant="secondary"
                  startIcon={<Plus />}
                  onClick={() => change({ sections: [...exam.sections, newSection('')] })}
                >
                  {t('section.add')}
                </Button>
              </Box>
            </Flex>
          ) : null}
          {tab === 'check' ? (
            report ? (
              <CheckPanel report={report} exam={exam} />
            ) : (
              <Button startIcon={<Check />} loading={isBusy} onClick={() => void check()}>
                {t('builder.check-now')}
              </Button>
            )
          ) : null}
          {tab === 'more' && saved ? (
            <Flex direction="column" alignItems="stretch" gap={6}>
              {may(EXAM_PERMISSIONS.extendAttempts) ? <GrantAttempts examId={saved.id} /> : null}
              <Flex gap={3}>
                {saved.status !== 'draft' && may(EXAM_PERMISSIONS.publishExams) ? (
                  <Button variant="tertiary" onClick={() => void unpublish()}>
                    {t('builder.unpublish')}
                  </Button>
                ) : null}
                {saved.attempts === 0 && may(EXAM_PERMISSIONS.writeExams) ? (
                  <Button variant="danger-light" onClick={() => void remove()}>
                    {t('builder.delete')}
                  </Button>
                ) : null}
              </Flex>
            </Flex>
          ) : null}
        </Box>
      </Tabs.Root>
    </PageFrame>
  );
}
