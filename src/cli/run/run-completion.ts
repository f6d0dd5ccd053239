import type { Argument, Command, Option } from 'commander';

import type { COMPLETION_SHELLS } from '../completion-shells.data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Screen } from '../terminal/screen.ts';

type ShellName = (typeof COMPLETION_SHELLS)[number];

interface Choice {
  readonly name: string;
  readonly about: string;
}

/** One command as completions need it. */
interface CommandFacts extends Choice {
  readonly flags: readonly (Choice & {
    readonly short: string | undefined;
    readonly values: readonly string[] | undefined;
  })[];
  /** Values of its argument; undefined completes file names. */
  readonly values: readonly string[] | undefined;
}

/** Ids that the options for templates take. */
const TEMPLATES = ['operations', 'standard', 'sev', 'cycle', 'platform'];
const TEMPLATE_OPTIONS = new Set(['--template', '--to <id>']);

/** Runs `nevertwice completion`: a script made from the commands themselves, so that it never lags behind them. */
export function runCompletion(program: Command, shell: ShellName, screen: Screen): ExitCode {
  const commands = program.commands.map(commandFacts);
  screen.out.lines(SCRIPTS[shell](commands));
  return EXIT.done;
}

function commandFacts(command: Command): CommandFacts {
  const [argument] = command.registeredArguments;
  return {
    name: command.name(),
    about: command.description(),
    flags: [...command.options.map(flagFacts), { name: '--help', short: '-h', about: 'show help', values: undefined }],
    values: argument === undefined ? undefined : argumentValues(argument),
  };
}

function flagFacts(option: Option): CommandFacts['flags'][number] {
  const isTemplate = TEMPLATE_OPTIONS.has(option.long ?? '') || TEMPLATE_OPTIONS.has(option.flags);
  return {
    name: option.long ?? option.flags,
    short: option.short,
    about: option.description,
    // A flag that takes a value, but none of a list, completes file names.
    values: option.argChoices ?? (isTemplate ? TEMPLATES : option.required ? [] : undefined),
  };
}

function argumentValues(argument: Argument): readonly string[] | undefined {
  return argument.argChoices;
}

const SCRIPTS: Readonly<Record<ShellName, (commands: readonly CommandFacts[]) => string[]>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

function bashScript(commands: readonly CommandFacts[]): string[] {
  const valued = commands.flatMap((command) =>
    command.flags
      .filter((flag) => flag.values !== undefined && flag.values.length > 0)
      .map(
        (flag) => `    ${command.name}:${flagPattern(flag, `|${command.name}:`)}) words="${flag.values?.join(' ')}" ;;`,
      ),
  );
  return [
    '_nevertwice() {',
    '  local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}" words=""',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W "${commands.map((command) => command.name).join(' ')} help --version --help" -- "$current"))`,
    '    return',
    '  fi',
    '  case "$command:$previous" in',
    ...valued,
    '  esac',
    '  if [ -z "$words" ]; then',
    '    case "$command" in',
    ...commands.map((command) => `      ${command.name}) words="${bashWords(command)}" ;;`),
    '    esac',
    '    case "$current" in -*) ;; *) COMPREPLY=($(compgen -f -- "$current")) ;; esac',
    '  fi',
    '  COMPREPLY+=($(compgen -W "$words" -- "$current"))',
    '}',
    'complete -o filenames -o bashdefault -F _nevertwice nevertwice',
  ];
}

function flagPattern(flag: CommandFacts['flags'][number], separator: string): string {
  return flag.short === undefined ? flag.name : `${flag.name}${separator}${flag.short}`;
}

function bashWords(command: CommandFacts): string {
  return [...(command.values ?? []), ...command.flags.map((flag) => flag.name)].join(' ');
}

function zshScript(commands: readonly CommandFacts[]): string[] {
  return [
    '#compdef nevertwice',
    '_nevertwice() {',
    '  local line state',
    "  _arguments -C '1: :->command' '*:: :->rest'",
    '  case $state in',
    '    command)',
    '      local -a commands=(',
    ...commands.map((command) => `        ${quote(`${command.name}:${command.about}`)}`),
    '      )',
    "      _describe 'command' commands ;;",
    '    rest)',
    '      case $line[1] in',
    ...commands.map((command) => `        ${command.name}) _arguments ${zshArguments(command)} ;;`),
    '      esac ;;',
    '  esac',
    '}',
    'if [ "$funcstack[1]" = "_nevertwice" ]; then _nevertwice "$@"; else compdef _nevertwice nevertwice; fi',
  ];
}

function zshArguments(command: CommandFacts): string {
  const flags = command.flags.map((flag) =>
    quote(`${flag.name}[${flag.about.replace(/[[\]:]/gu, ' ')}]${zshValue(flag)}`),
  );
  const rest = command.values === undefined ? "'*:file:_files'" : `'1:value:(${command.values.join(' ')})'`;
  return [...flags, rest].join(' ');
}

function zshValue(flag: CommandFacts['flags'][number]): string {
  if (flag.values === undefined) return '';
  return flag.values.length > 0 ? `:value:(${flag.values.join(' ')})` : ':value:_files';
}

function fishScript(commands: readonly CommandFacts[]): string[] {
  const flags = commands.flatMap((command) =>
    command.flags.map((flag) => {
      const short = flag.short === undefined ? '' : ` -s ${flag.short.slice(1)}`;
      const values =
        flag.values === undefined ? '' : flag.values.length > 0 ? ` -x -a ${quote(flag.values.join(' '))}` : ' -r';
      return `${fishCondition(command)} -l ${flag.name.slice(2)}${short}${values} -d ${quote(flag.about)}`;
    }),
  );
  const values = commands.flatMap((command) =>
    command.values === undefined ? [] : [`${fishCondition(command)} -f -a ${quote(command.values.join(' '))}`],
  );
  const names = commands.map(
    (command) => `complete -c nevertwice -n __fish_use_subcommand -f -a ${command.name} -d ${quote(command.about)}`,
  );
  return [...names, ...flags, ...values];
}

function fishCondition(command: CommandFacts): string {
  return `complete -c nevertwice -n '__fish_seen_subcommand_from ${command.name}'`;
}

/** In single quotes for a shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
