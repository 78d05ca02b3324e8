export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlParameter = SqlValue | readonly SqlValue[];

export interface BoundStatement {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** Quoted text, quoted names and comments, in which a question mark is no placeholder; then the placeholders. */
const tokens = /'[^']*'|"[^"]*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\/|\?\d*/g;

/** Spreads array parameters, so that `in (?)` takes a list of any length; an empty one matches nothing. */
export function bindArrays(sql: string, parameters: readonly SqlParameter[]): BoundStatement {
  if (!parameters.some(Array.isArray)) return { sql, values: parameters as readonly SqlValue[] };

  const values: SqlValue[] = [];
  let position = 0;
  const expanded = sql.replace(tokens, (token) => {
    if (!token.startsWith('?')) return token;
    if (token !== '?') throw new Error(`'${token}' cannot be used beside an array. Write a plain '?' for each parameter.`);
    return bind(parameters[position++], values);
  });
  if (position !== parameters.length) {
    throw new Error(
      `The statement has ${position} placeholders for ${parameters.length} parameters. Give one parameter for each '?'.`,
    );
  }
  return { sql: expanded, values };
}

function bind(parameter: SqlParameter | undefined, values: SqlValue[]): string {
  if (!isList(parameter)) {
    values.push(parameter ?? null);
    return '?';
  }
  if (parameter.some((value) => value instanceof Uint8Array)) {
    values.push(...parameter);
    return parameter.map(() => '?').join(', ');
  }
  // One JSON text for the whole list: SQLite takes 32,766 placeholders at most. https://sqlite.org/limits.html
  values.push(`[${parameter.map(toJson).join()}]`);
  return 'select value from json_each(?)';
}

function isList(parameter: SqlParameter | undefined): parameter is readonly SqlValue[] {
  return Array.isArray(parameter);
}

/** JSON has integers of any size; JSON.stringify refuses bigint all the same. */
function toJson(value: SqlValue): string {
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}
