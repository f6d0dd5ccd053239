import { problemOf } from '../api/index.ts';
import { showToast } from '../components/index.ts';

/** Says at the edge of the page why something could not be done, and what to do. */
export function tellProblem(error: unknown): void {
  const { detail, help } = problemOf(error);
  showToast({ text: detail, help, tone: 'danger' });
}
