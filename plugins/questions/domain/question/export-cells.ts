import { OPTION_IDS, type QuestionInput } from '../../contract/index.ts';

/** Columns of exports and templates; the import finds every one of them by its name. */
export const EXPORT_COLUMNS = [
  'code',
  'type',
  'topic',
  'difficulty',
  'language',
  'points',
  'stem',
  ...OPTION_IDS.map((id) => `option_${id}`),
  'key',
  'tolerance',
  'unit',
  'case_sensitive',
  'explanation',
  'solution',
  'hints',
  'tags',
  'estimated_seconds',
  'source',
  'licence',
] as const;

function keyCells({ key, options }: QuestionInput): { key: string; tolerance: string; cased: string } {
  if ('accepted' in key) return { key: key.accepted.join('|'), tolerance: '', cased: key.caseSensitive ? 'yes' : 'no' };
  if ('tolerance' in key) return { key: String(key.value), tolerance: String(key.tolerance), cased: '' };
  if (!('correct' in key)) return { key: '', tolerance: '', cased: '' };
  const letters = key.correct.map((id) => {
    const place = options.findIndex((option) => option.id === id);
    return place < 0 ? id : String.fromCharCode(65 + place);
  });
  return { key: letters.join(','), tolerance: '', cased: '' };
}

/** One question as the cells of its row, in the order of the columns. */
export function exportCells(question: QuestionInput, topicPath: string): string[] {
  const { key, tolerance, cased } = keyCells(question);
  return [
    question.code ?? '',
    question.type,
    topicPath,
    String(question.difficulty),
    question.language,
    String(question.points),
    question.stem,
    ...OPTION_IDS.map((_, at) => question.options[at]?.text ?? ''),
    key,
    tolerance,
    question.unit ?? '',
    cased,
    question.explanation ?? '',
    question.solution ?? '',
    question.hints.join('|'),
    question.tags.join('|'),
    question.estimatedSec === null ? '' : String(question.estimatedSec),
    question.source ?? '',
    question.licence ?? '',
  ];
}
