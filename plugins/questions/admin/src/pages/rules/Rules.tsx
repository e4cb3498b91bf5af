import { PageFrame, useCall, useConfirm, useLoaded, useMay, useProblemText, useText } from '@lyceum/core/admin';
import {
  Button,
  EmptyStateLayout,
  Flex,
  IconButton,
  Loader,
  Switch,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Pencil, Plus, Trash } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import {
  type CustomRule,
  createRule,
  deleteRule,
  listExamTypes,
  listRules,
  MANAGE_RULES,
  READ,
  updateRule,
} from '../../../../contract/index.ts';
import { RuleDialog } from './RuleDialog.tsx';

/** Rules of the institution's own: warnings switched off, tags required, lengths limited, phrases forbidden. */
export function Rules() {
  const t = useText('questions');
  const call = useCall();
  const mayManage = useMay()(MANAGE_RULES);
  const problemText = useProblemText();
  const { confirm, dialog: question } = useConfirm();
  const { toggleNotification } = useNotification();
  const { value, error, reload } = useLoaded(async () => {
    const [rules, examTypes] = await Promise.all([call(listRules), call(listExamTypes)]);
    return { rules: rules.rows, examTypes: examTypes.rows };
  }, []);
  const [dialog, setDialog] = useState<{ rule?: CustomRule } | null>(null);
  const rows = value?.rules ?? [];

  const says = ({ rule }: CustomRule): string => {
    if (rule.kind === 'switchOff') return t('rule.says-switchOff', { code: t(`warning.${rule.code}`) });
    if (rule.kind === 'maxLength') return t('rule.says-maxLength', { field: t(`field.${rule.field}`), max: rule.max });
    if (rule.kind === 'requiredTag') return t('rule.says-requiredTag', { tag: rule.tag });
    return t('rule.says-forbiddenPhrase', { phrase: rule.phrase });
  };
  const examTypeOf = ({ examType }: CustomRule): string =>
    value?.examTypes.find(({ documentId }) => documentId === examType)?.code ?? (examType === null ? t('rule.all') : '–');
  const act = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (refused) {
      toggleNotification({ type: 'danger', message: problemText(refused) });
    }
    reload();
  };
  const remove = async (rule: CustomRule) => {
    const yes = await confirm({
      title: t('rule.delete-title'),
      text: t('rule.delete-text', { name: says(rule) }),
      action: t('bulk.delete'),
      isDangerous: true,
    });
    if (yes) await act(() => call(deleteRule, { params: { id: rule.id } }));
  };
  const save = async (body: Omit<CustomRule, 'id'>) => {
    if (dialog?.rule) await call(updateRule, { params: { id: dialog.rule.id }, body });
    else await call(createRule, { body });
    setDialog(null);
    reload();
  };
  const add = mayManage ? (
    <Button startIcon={<Plus />} onClick={() => setDialog({})}>
      {t('rule.new')}
    </Button>
  ) : undefined;

  return (
    <PageFrame title={t('rule.title')} subtitle={t('rule.subtitle')} permission={READ} primaryAction={add} error={error}>
      {value === null ? (
        error ? null : (
          <Loader>{t('form.loading')}</Loader>
        )
      ) : rows.length === 0 ? (
        <EmptyStateLayout content={t('rule.empty')} action={add} />
      ) : (
        <Table colCount={4} rowCount={rows.length + 1}>
          <Thead>
            <Tr>
              {[t('rule.title'), t('rule.exam-type'), t('rule.on')].map((label) => (
                <Th key={label}>
                  <Typography variant="sigma">{label}</Typography>
                </Th>
              ))}
              <Th> </Th>
            </Tr>
          </Thead>
          <Tbody>
            {rows.map((rule) => (
              <Tr key={rule.id}>
                <Td>
                  <Typography>{says(rule)}</Typography>
                </Td>
                <Td>
                  <Typography>{examTypeOf(rule)}</Typography>
                </Td>
                <Td>
                  <Switch
                    aria-label={t('rule.named', { name: says(rule) })}
                    checked={rule.isOn}
                    disabled={!mayManage}
                    onCheckedChange={(isOn: boolean) =>
                      void act(() =>
                        call(updateRule, {
                          params: { id: rule.id },
                          body: { examType: rule.examType, rule: rule.rule, isOn },
                        }),
                      )
                    }
                  />
                </Td>
                <Td>
                  {mayManage ? (
                    <Flex justifyContent="end" gap={1}>
                      <IconButton
                        variant="ghost"
                        label={t('taxonomy.change-named', { name: says(rule) })}
                        onClick={() => setDialog({ rule })}
                      >
                        <Pencil />
                      </IconButton>
                      <IconButton
                        variant="ghost"
                        label={t('taxonomy.delete-named', { name: says(rule) })}
                        onClick={() => void remove(rule)}
                      >
                        <Trash />
                      </IconButton>
                    </Flex>
                  ) : null}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {mayManage ? null : <Typography textColor="neutral600">{t('rule.read-only')}</Typography>}
      {dialog ? (
        <RuleDialog {...dialog} examTypes={value?.examTypes ?? []} onSave={save} onClose={() => setDialog(null)} />
      ) : null}
      {question}
    </PageFrame>
  );
}
