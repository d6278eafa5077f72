import { type Core, createCore } from '@beta-app/core';
import { type Sql } from 'postgres';

/** Catches the statement that core sends for something, with its parameter as an expression. */
export async function sentStatement(
  sql: Sql,
  ask: (core: Core) => Promise<unknown>,
  parameter: string,
): Promise<string> {
  let statement = '';
  // A connection that writes down what it is asked.
  const listening = new Proxy(sql, {
    get: (target, name) =>
      name === 'unsafe'
        ? (...asked: Parameters<Sql['unsafe']>) => {
            [statement] = asked;
            return target.unsafe(...asked);
          }
        : (Reflect.get(target, name) as unknown),
  });
  await ask(createCore({ sql: listening }));
  return `${statement.replace('$1::text::jsonb', parameter)};`;
}
