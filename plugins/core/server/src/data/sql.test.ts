import { describe, expect, it } from 'vitest';
import { sql } from './sql.ts';

describe('sql', () => {
  it('keeps every value out of the text', () => {
    const name = "x'; DROP TABLE y; --";
    const statement = sql`SELECT * FROM t WHERE name = ${name} AND n > ${3}`;
    expect(statement.text).toBe('SELECT * FROM t WHERE name = $1 AND n > $2');
    expect(statement.values).toEqual([name, 3]);
  });

  it('puts pieces into each other and numbers the parameters anew', () => {
    const condition = sql`a = ${1} AND b = ${2}`;
    const statement = sql`SELECT ${sql.raw('x')} FROM t WHERE c = ${0} AND (${condition}) AND d = ${3}`;
    expect(statement.text).toBe('SELECT x FROM t WHERE c = $1 AND (a = $2 AND b = $3) AND d = $4');
    expect(statement.values).toEqual([0, 1, 2, 3]);
  });

  it('joins lists, also empty ones', () => {
    expect(sql`(${sql.join([1, 2, sql`now()`])})`.text).toBe('($1, $2, now())');
    expect(sql`${sql.join([])}`.text).toBe('');
  });

  it('casts json and keeps arrays as json', () => {
    const statement = sql`SELECT ${sql.json([1, 'a'])}`;
    expect(statement.text).toBe('SELECT $1::jsonb');
    expect(statement.values).toEqual(['[1,"a"]']);
  });
});
