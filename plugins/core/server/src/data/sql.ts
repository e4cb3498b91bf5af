/** A piece of SQL with its values apart, so that nothing a person typed is ever part of the text. */
export class Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
  /** Set on statements that PostgreSQL prepares once per connection. */
  readonly name: string | undefined;

  constructor(strings: readonly string[], values: readonly unknown[], name?: string) {
    this.strings = strings;
    this.values = values;
    this.name = name;
  }

  /** The text with `$1 … $n`. */
  get text(): string {
    return this.strings.reduce((text, part, at) => (at === 0 ? part : `${text}$${at}${part}`), '');
  }
}

/** Written as SQL; `${value}` becomes a parameter and `${sql`…`}` is put in as it is. */
function tag(strings: TemplateStringsArray | readonly string[], ...values: unknown[]): Sql {
  const outStrings: string[] = [strings[0] ?? ''];
  const outValues: unknown[] = [];
  const append = (text: string) => {
    outStrings[outStrings.length - 1] += text;
  };
  values.forEach((value, at) => {
    if (value instanceof Sql) {
      append(value.strings[0] ?? '');
      value.values.forEach((inner, innerAt) => {
        outValues.push(inner);
        outStrings.push(value.strings[innerAt + 1] ?? '');
      });
    } else {
      outValues.push(value);
      outStrings.push('');
    }
    append(strings[at + 1] ?? '');
  });
  return new Sql(outStrings, outValues);
}

/** Trusted text of ours: table names, migrations. Never something a person typed. */
const raw = (text: string): Sql => new Sql([text], []);

/** The value as jsonb. */
const json = (value: unknown): Sql => new Sql(['', '::jsonb'], [JSON.stringify(value)]);

/** The pieces with a separator between them. */
function join(pieces: readonly unknown[], separator: Sql = raw(', ')): Sql {
  return pieces.reduce<Sql>((all, piece, at) => (at === 0 ? tag`${piece}` : tag`${all}${separator}${piece}`), raw(''));
}

/** Gives a statement a name, so that PostgreSQL plans it once a connection. The text must be the same at each call. */
const named = (name: string, statement: Sql): Sql => new Sql(statement.strings, statement.values, name);

export const sql = Object.assign(tag, { raw, json, join, named });
