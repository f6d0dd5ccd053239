import { isCancel, password, text } from '@clack/prompts';

import { refuse } from '#core/errors';

/** What somebody signs in with. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Asks for e-mail address and password; the password is not shown. Refuses when the person stops. */
export async function askCredentials(server: string, known: string | undefined): Promise<Credentials> {
  const email = known ?? answered(await text({ message: `E-mail address at ${server}`, validate: required }));
  const secret = answered(await password({ message: 'Password', validate: required }));
  return { email, password: secret };
}

function required(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? 'Something is needed here.' : undefined;
}

function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (isCancel(answer)) return refuse('interrupted', { during: 'asking who you are' });
  return answer as Exclude<Answer, symbol>;
}
