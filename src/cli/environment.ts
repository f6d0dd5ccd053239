/** What the surroundings tell the command line; the only place that reads environment variables. */
export interface Environment {
  /** False under NO_COLOR or TERM=dumb; true under FORCE_COLOR; undefined leaves it to the terminal. */
  readonly colour: boolean | undefined;
  /** True in continuous integration: nobody is there to be asked. */
  readonly ci: boolean;
  /** Width asked for by COLUMNS, where output goes to no terminal. */
  readonly columns: number | undefined;
}

/** Reads the environment. `NO_COLOR` wins over `FORCE_COLOR` (https://no-color.org). */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  const columns = Number(env['COLUMNS']);
  return {
    colour: colourWish(env),
    ci: isOn(env['CI']),
    columns: Number.isInteger(columns) && columns > 0 ? columns : undefined,
  };
}

function colourWish(env: NodeJS.ProcessEnv): boolean | undefined {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['TERM'] === 'dumb') return false;
  return isOn(env['FORCE_COLOR']) ? true : undefined;
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
