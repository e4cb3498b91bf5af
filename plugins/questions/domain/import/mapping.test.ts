import { describe, expect, it } from 'vitest';
import { type KeyForm, MAPPING_FIELDS, type Mapping } from '../../contract/index.ts';
import { EXPORT_COLUMNS } from '../question/export-cells.ts';
import { newColumnTally, tallyRow } from './column-tally.ts';
import { columnsFor, optionColumns } from './header-names.ts';
import { guessForm, keyPlaces, newTally, tallyKey } from './key-form.ts';
import { proposeMapping, unknownColumns, unusedColumns } from './propose-mapping.ts';
import { TEMPLATE_COLUMNS } from './template.ts';

const OPTIONS = ['north', 'south', 'east', 'west'];

describe('names of columns [Q-26]', () => {
  it.each([
    ['stem', 'Question'],
    ['stem', 'SORU METNİ'],
    ['stem', 'السؤال'],
    ['key', 'correct_letter'],
    ['key', 'Doğru Cevap'],
    ['key', 'الإجابة الصحيحة'],
    ['topic', 'Konu'],
    ['topic', 'الموضوع'],
    ['explanation', 'Açıklama'],
    ['difficulty', 'ZORLUK'],
    ['code', 'Soru No'],
    ['figure', 'Şekil'],
    ['points', 'Puan'],
  ] as const)('%s is found under %s', (field, header) => {
    expect(columnsFor(field, ['x', header])).toEqual([header]);
  });

  it.each([
    [['a', 'b', 'c', 'd']],
    [['A', 'B']],
    [['Option A', 'Option B', 'Option C']],
    [['option_1', 'option_2']],
    [['Seçenek A', 'Seçenek B']],
    [['Şık A', 'Şık B']],
    [['الخيار أ', 'الخيار ب', 'الخيار ج']],
    [['أ', 'ب', 'ج', 'د']],
    [['Answer 1', 'Answer 2']],
  ])('%j are options in their order', (headers) => {
    expect(optionColumns([...headers].reverse())).toEqual(headers);
  });

  it('finds no options where the second is missing', () => {
    expect(optionColumns(['a', 'c', 'x'])).toEqual([]);
  });

  it('knows every column of its own template and export', () => {
    const tally = (headers: readonly string[]) => {
      const made = newColumnTally(headers);
      tallyRow(
        made,
        headers,
        headers.map((header) => (header === 'key' ? 'A' : header.startsWith('option_') ? header : '1')),
      );
      return proposeMapping(headers, made, 'en').mapping;
    };
    for (const columns of [TEMPLATE_COLUMNS, EXPORT_COLUMNS]) {
      const { fields, options, feedback = [] } = tally(columns);
      const named = Object.values(fields).flatMap((source) => (source?.from === 'column' ? [source.column] : []));
      const used = [...named, ...options, ...feedback];
      expect(used.sort()).toEqual([...columns].sort());
    }
    const { fields } = tally(TEMPLATE_COLUMNS);
    expect(MAPPING_FIELDS.filter((field) => fields[field] === undefined)).toEqual(['optionOrder', 'irt']);
  });
});

describe('forms of the key [Q-26]', () => {
  it.each<[string, KeyForm, number[] | null]>([
    ['C', 'letter', [2]],
    ['c)', 'letter', [2]],
    ['(D)', 'letter', [3]],
    ['A, C', 'letter', [0, 2]],
    ['AC', 'letter', [0, 2]],
    ['a;b', 'letter', [0, 1]],
    ['ب', 'letter', [1]],
    ['ا', 'letter', [0]],
    ['K', 'letter', null],
    ['2', 'letter', null],
    ['0', 'fromZero', [0]],
    ['3', 'fromZero', [3]],
    ['3', 'fromOne', [2]],
    ['0', 'fromOne', null],
    ['0,2', 'fromZero', [0, 2]],
    ['C', 'fromZero', null],
    ['south', 'text', [1]],
    [' south ', 'text', [1]],
    ['South', 'text', null],
    ['north|west', 'text', [0, 3]],
    ['nowhere', 'text', null],
    ['', 'text', null],
    ['', 'letter', null],
  ])('%j as %s names %j', (cell, form, places) => {
    expect(keyPlaces(cell, form, OPTIONS)).toEqual(places);
  });

  const guess = (cells: readonly string[], options = OPTIONS) => {
    const tally = newTally();
    for (const cell of cells) tallyKey(tally, cell, options);
    return guessForm(tally);
  };

  it('is judged by all values: one 0 far down decides', () => {
    expect(guess(['1', '2', '3'])).toMatchObject({ form: 'fromOne', certain: false });
    expect(guess([...Array.from({ length: 500 }, () => '2'), '0'])).toMatchObject({ form: 'fromZero', certain: true });
    expect(guess(['1', '2', '4'])).toMatchObject({ form: 'fromOne', certain: true });
    expect(guess(['A', 'b', 'D'])).toMatchObject({ form: 'letter', fit: 1, certain: true });
    expect(guess(['south', 'west'])).toMatchObject({ form: 'text', certain: true });
    expect(guess(['perhaps', 'maybe'])).toBeNull();
    expect(guess(['', ''])).toBeNull();
  });

  it('is not certain when the options are numbers themselves', () => {
    expect(guess(['1', '2'], ['1', '2', '3', '4'])?.certain).toBe(false);
  });
});

it('proposes the start of the code as topic when codes form groups, and not otherwise', () => {
  const topicOf = (codes: string[]) => {
    const headers = ['id', 'question', 'a', 'b', 'correct'];
    const tally = newColumnTally(headers);
    for (const code of codes) tallyRow(tally, headers, [code, 'q', 'x', 'y', 'A']);
    return proposeMapping(headers, tally, 'en');
  };
  expect(topicOf(['T1A01', 'T1A02', 'T1B01', 'T1B02']).mapping.fields.topic).toEqual({ from: 'prefix', column: 'id', length: 3 });
  expect(topicOf(['Q1', 'Q2', 'Q3', 'Q4']).missing).toEqual(['topic']);
  expect(topicOf(['1', '2', '3']).missing).toEqual(['topic']);
});

it('names the columns of a saved mapping that another file does not have', () => {
  const { mapping } = proposeMapping(
    ['id', 'question', 'a', 'b', 'correct'],
    newColumnTally(['id', 'question', 'a', 'b', 'correct']),
    'en',
  );
  expect(unknownColumns(mapping, ['id', 'question', 'a', 'correct'])).toEqual(['b']);
});

it('says which columns of a file nobody takes, so that nothing is left out in silence', () => {
  const mapping: Mapping = {
    fields: { stem: { from: 'column', column: 'question' }, topic: { from: 'prefix', column: 'id', length: 3 } },
    options: ['a', 'b'],
    keyForm: 'letter',
    createTopics: true,
    topicParent: null,
  };
  expect(unusedColumns(mapping, ['id', 'question', 'a', 'b', 'refs', 'remark'])).toEqual(['refs', 'remark']);
});
