import { api } from '../api/index.ts';
import { tellProblem } from './tell-problem.ts';

/** Ends the session and leaves nothing of it on the page. */
export async function signOut(): Promise<void> {
  try {
    await api('signOut');
    dispatchEvent(new Event('nevertwice:signed-out'));
    location.assign('/sign-in');
  } catch (error) {
    tellProblem(error);
  }
}
