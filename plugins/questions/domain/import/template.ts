/** Columns of the template, in the order in which one writes a question. */
export const TEMPLATE_COLUMNS = [
  'code', 'type', 'topic', 'difficulty', 'language', 'stem', 'option_a', 'option_b', 'option_c', 'option_d', 'key', 'tolerance', 'unit',
  'case_sensitive', 'points', 'explanation', 'hints', 'tags', 'estimated_seconds', 'source', 'licence', 'figure', 'figure_alt',
] as const;

const row = (cells: Partial<Record<(typeof TEMPLATE_COLUMNS)[number], string>>): string[] => TEMPLATE_COLUMNS.map((column) => cells[column] ?? '');

/** One question of each type. */
export const TEMPLATE_EXAMPLE: readonly string[][] = [
  row({
    code: 'EX-1', type: 'single-choice', topic: 'Mathematics / Algebra', difficulty: '3', language: 'en', stem: 'Which value of $x$ solves $2x + 3 = 11$?',
    option_a: '$3$', option_b: '$4$', option_c: '$5$', option_d: '$7$', key: 'B', points: '1',
    explanation: 'Subtract 3 and halve: $x = (11 - 3) / 2 = 4$.', hints: 'Bring the 3 to the other side first.|Then divide by 2.', tags: 'equation|linear', estimated_seconds: '60',
  }),
  row({
    code: 'EX-2', type: 'multiple-choice', topic: 'Mathematics / Numbers', difficulty: '4', language: 'en', stem: 'Which of these numbers are prime?',
    option_a: '2', option_b: '9', option_c: '11', option_d: '15', key: 'A,C', points: '2', explanation: '9 is $3 \\cdot 3$ and 15 is $3 \\cdot 5$.',
  }),
  row({
    code: 'EX-3', type: 'true-false', topic: 'Mathematics / Geometry', difficulty: '2', language: 'en', stem: 'The angles of a flat triangle add up to 180 degrees.', key: 'true',
  }),
  row({
    code: 'EX-4', type: 'number', topic: 'Mathematics / Geometry', difficulty: '5', language: 'en', stem: 'How long is the diagonal of a square with sides of 1 m?',
    key: '1.41', tolerance: '0.01', unit: 'm', explanation: 'By Pythagoras it is $\\sqrt{2}$ m.',
  }),
  row({
    code: 'EX-5', type: 'short-text', topic: 'English / Grammar', difficulty: '3', language: 'en', stem: 'Write the past tense of “to go”.', key: 'went', case_sensitive: 'no',
  }),
];
