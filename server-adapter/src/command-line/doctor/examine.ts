import { withDeadline } from '../../calls/deadline.js';
import { describeFailure } from '../describe-failure.js';
import { CommandFailure } from '../failures.js';
import { adviseOnConnection } from './advise-on-connection.js';
import { checkClock } from './check-clock.js';
import { checkDatabase } from './check-database.js';
import { checkRole } from './check-role.js';
import { checkSchema } from './check-schema.js';
import { checkTimeZones } from './check-time-zones.js';
import { type Check, type CheckResult, type Patient } from './check.js';

const checksOfAnswering = [checkRole, checkSchema, checkClock, checkTimeZones];

const deadlineMs = 10_000;

/** Looks at everything; in a database that can't be used, there is nothing more to look at. */
export async function examine(patient: Patient): Promise<CheckResult[]> {
  const database = await run(checkDatabase, patient, adviseOnConnection);
  const results = [database];
  if (database.status === 'failure') return results;
  for (const check of checksOfAnswering) {
    results.push(await run(check, patient, adviseToGoInOrder));
  }
  return results;
}

async function run(
  check: Check,
  patient: Patient,
  advise: (error: unknown) => string,
): Promise<CheckResult> {
  const { name } = check;
  try {
    return { name, ...(await withDeadline(check.look(patient), deadlineMs, tooLate)) };
  } catch (error) {
    return {
      name,
      status: 'failure',
      message: describeFailure(error).message,
      advice: advise(error),
    };
  }
}

function adviseToGoInOrder(): string {
  return 'Begin with what failed above.';
}

function tooLate(): Error {
  return new CommandFailure('DATABASE_TIMEOUT', "The database doesn't answer within 10 s");
}
