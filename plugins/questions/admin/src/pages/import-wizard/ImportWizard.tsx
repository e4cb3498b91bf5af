import { PageFrame, useCall, useLoaded, usePolling, useProblemText, useText, Wizard, type WizardProps } from '@lyceum/core/admin';
import { Loader } from '@strapi/design-system';
import { BackButton, useNotification } from '@strapi/strapi/admin';
import { type ReactNode, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import {
  describeImport,
  type FileDescription,
  getImport,
  getImportDescription,
  IMPORT,
  type SourceChoice,
  startImport,
} from '../../../../contract/index.ts';
import { HOME } from '../../plugin-id.ts';
import { isComplete, sentContent } from './content.ts';
import { DefaultsStep } from './DefaultsStep.tsx';
import { MappingStep } from './MappingStep.tsx';
import { OptionsStep } from './OptionsStep.tsx';
import { ReadStep } from './ReadStep.tsx';
import { RunStep } from './RunStep.tsx';
import { contentStep, isBusy, isUndoing, STEPS, type Step, stepOf, stepsFor } from './steps.ts';
import { Unreadable } from './Unreadable.tsx';
import { useDraft } from './use-draft.ts';

const POLL_MS = 1_000;

/** One import from its file to its report. The address names batch and step: it can be left, reloaded and shared. */
export function ImportWizard() {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { id = '', step: asked } = useParams();
  const params = { id };
  const batch = useLoaded(() => call(getImport, { params }), [id]);
  const isDescribed = batch.value ? batch.value.state !== 'uploaded' : null;
  // A choice of encoding, delimiter or sheet reads the file again; without one the stored description is shown.
  const [source, setSource] = useState<SourceChoice | null>(null);
  const [isStarting, setStarting] = useState(false);
  const description = useLoaded<FileDescription | null>(async () => {
    if (isDescribed === null) return null;
    if (source) return call(describeImport, { params, body: { source } });
    return isDescribed ? call(getImportDescription, { params }) : call(describeImport, { params, body: {} });
  }, [id, isDescribed === null, source]);
  const [draft, setDraft] = useDraft(batch.value, description.value);
  usePolling(batch.reload, POLL_MS, batch.value !== null && (isBusy(batch.value) || isUndoing(batch.value)));

  const go = (step: Step) => navigate(step === 'upload' ? `${HOME}/imports/new` : `${HOME}/imports/${id}/${step}`);

  const start = async (dryRun: boolean) => {
    if (!draft || !batch.value || isStarting) return;
    setStarting(true);
    try {
      await call(startImport, { params, body: { dryRun, ...sentContent(batch.value, draft), options: draft.options } });
      batch.reload();
      go(dryRun ? 'dry-run' : 'run');
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemText(error) });
    }
    setStarting(false);
  };

  const frame = (content: ReactNode) => (
    <PageFrame
      title={t('import.title')}
      subtitle={batch.value?.fileName ?? t('import.subtitle')}
      permission={IMPORT}
      navigationAction={<BackButton fallback={`${HOME}/imports`} />}
      error={batch.error ?? (description.value === null ? null : description.error)}
    >
      {content}
    </PageFrame>
  );
  const steps = (batch.value ? stepsFor(batch.value.format) : STEPS).map((key) => ({ key, title: t(`step.${key}`) }));
  if (batch.value && description.error && !description.value) {
    return frame(
      <Wizard
        steps={steps}
        current="read"
        onGoTo={() => go('upload')}
        back={{ label: t('read.other-file'), onPress: () => go('upload') }}
      >
        <Unreadable
          error={description.error}
          format={batch.value.format}
          source={source ?? {}}
          isReading={description.isLoading}
          onChoose={setSource}
        />
      </Wizard>,
    );
  }
  if (!batch.value || !draft || !description.value) {
    return frame(batch.error ? null : <Loader>{t(isDescribed === false ? 'read.reading' : 'form.loading')}</Loader>);
  }

  const step = stepOf(asked, batch.value);
  const shared = { batch: batch.value, description: description.value, draft, change: setDraft };
  const content = contentStep(batch.value.format);
  const ready = isComplete(description.value, draft);
  const isRun = batch.value.dryRun === false;
  const changes = batch.value.counts.created + batch.value.counts.updated;
  const pages: Record<Step, { content: ReactNode; back?: Step; next?: WizardProps['next'] }> = {
    upload: { content: null },
    read: {
      content: <ReadStep {...shared} onChoose={setSource} onMedia={batch.reload} isReading={description.isLoading} />,
      back: 'upload',
      next: { label: t(`read.next-${content}`), onPress: () => go(content), isLoading: description.isLoading },
    },
    mapping: {
      content: <MappingStep {...shared} />,
      back: 'read',
      next: { label: t('mapping.next'), onPress: () => go('options'), isDisabled: !ready },
    },
    defaults: {
      content: <DefaultsStep {...shared} />,
      back: 'read',
      next: { label: t('mapping.next'), onPress: () => go('options'), isDisabled: !ready },
    },
    options: {
      content: <OptionsStep {...shared} />,
      back: content,
      next: {
        label: t('options.next'),
        onPress: () => void start(true),
        isLoading: isStarting,
        isDisabled: !ready,
      },
    },
    'dry-run': {
      content: <RunStep {...shared} onChanged={batch.reload} onAgain={() => start(true)} />,
      ...(isBusy(batch.value)
        ? {}
        : {
            back: 'options' as const,
            next: {
              label: t('run.start', { count: changes }),
              onPress: () => void start(false),
              isLoading: isStarting,
              isDisabled: batch.value.state !== 'finished' || changes === 0,
            },
          }),
    },
    run: { content: <RunStep {...shared} onChanged={batch.reload} onAgain={() => start(false)} /> },
    report: {
      content: <RunStep {...shared} onChanged={batch.reload} onAgain={() => start(false)} />,
      next: isRun ? { label: t('report.open-bank'), onPress: () => navigate(`${HOME}?batch=${id}`) } : undefined,
    },
  };
  const { content: shown, back, next } = pages[step];
  return frame(
    <Wizard
      steps={steps}
      current={step}
      onGoTo={(key) => (isBusy(shared.batch) ? undefined : go(key as Step))}
      {...(back ? { back: { onPress: () => go(back) } } : {})}
      {...(next ? { next } : {})}
    >
      {shown}
    </Wizard>,
  );
}
