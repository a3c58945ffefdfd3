/** A piece of SQL whose values are kept apart from its text until it is sent. */
export class Sql {
  constructor(
    private readonly strings: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  /** The statement with numbered placeholders, as Postgres takes it. */
  get text(): string {
    return this.strings.reduce((text, part, i) => `${text}$${i}${part}`);
  }

  /** Puts pieces and values together; a piece that is SQL itself is merged, anything else is bound. */
  static compose(strings: readonly string[], parts: readonly unknown[]): Sql {
    const texts = [strings[0]];
    const values: unknown[] = [];
    for (const [i, part] of parts.entries()) {
      if (part instanceof Sql) {
        texts[texts.length - 1] += part.strings[0];
        // One by one: a large filter has more values than a call may have arguments.
        for (const text of part.strings.slice(1)) texts.push(text);
        for (const value of part.values) values.push(value);
        texts[texts.length - 1] += strings[i + 1];
      } else {
        values.push(part);
        texts.push(strings[i + 1]);
      }
    }
    return new Sql(texts, values);
  }
}

/** Writes SQL: `sql\`... ${value} ...\`` binds the value; a nested piece of SQL is merged in. */
export function sql(strings: TemplateStringsArray, ...parts: unknown[]): Sql {
  return Sql.compose(strings, parts);
}

/** Text that goes into the statement as it is: only for names and keywords that the code itself chose. */
export function raw(text: string): Sql {
  return new Sql([text], []);
}

export const empty = raw("");

/** Puts pieces in a row with a separator between them. */
export function join(pieces: readonly Sql[], separator = ", "): Sql {
  if (pieces.length === 0) return empty;
  return Sql.compose(["", ...pieces.slice(1).map(() => separator), ""], pieces);
}

/** All conditions together; none at all is true. */
export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length ? sql`(${join(conditions, " AND ")})` : raw("true");
}

/** At least one of the conditions; none at all is false. */
export function anyOf(conditions: readonly Sql[]): Sql {
  return conditions.length ? sql`(${join(conditions, " OR ")})` : raw("false");
}
