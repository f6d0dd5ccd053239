import { api } from '../api/index.ts';
import { forgetUnsavedEdits } from '../editor/forget-unsaved-edits.ts';
import { tellProblem } from './tell-problem.ts';

/** Ends the session and leaves nothing of it on the page. */
export async function signOut(): Promise<void> {
  try {
    await api('signOut');
    await forgetUnsavedEdits();
    location.assign('/sign-in');
  } catch (error) {
    tellProblem(error);
  }
}
