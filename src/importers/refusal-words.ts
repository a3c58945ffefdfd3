/** What Postgres says of a row that it did not take. */
interface DatabaseError {
  code?: string;
  table?: string;
  column?: string;
  constraint?: string;
  detail?: string;
  message?: string;
}

/**
 * Says in words why the store did not take data: a value that is out of range (22), not unique, in use or against a rule
 * (23), too long (54). Null for an error that is no fault of the data.
 */
export function refusalWords(error: unknown): string | null {
  const { code = "", table, column, constraint, detail = "", message = "" } = error as DatabaseError;
  const [, columns, values] = /^Key \((.*?)\)+=\((.*?)\)/.exec(detail) ?? [];
  const [, other] = /table "(\w+)"\.$/.exec(detail) ?? [];
  switch (code) {
    case "23505":
    case "23P01":
      return `${table}: two of them would have the same ${columns}: ${values}.`;
    case "23503":
      return /still referenced/.test(detail)
        ? `${table}: one would go that rows of ${other} refer to.`
        : `${table}: one would refer to something of ${other} that is not there.`;
    case "23514":
      return `${table}: a value is not allowed by the rule ${constraint}.`;
    case "23502":
      return `${table}: ${column} is missing.`;
    case "54000":
      return `A name or another text by which rows are found is too long: more than about 2,700 bytes (${message}).`;
  }
  return /^(22|23|54)\w{3}$/.test(code) ? `${message}.` : null;
}
