import type { EventKind } from '../types.ts';

/** Words in a subject or path that tell what kind of change a commit is. First match counts. */
export interface ChangeRule {
  readonly kind: EventKind;
  /** Matches the subject. */
  readonly subject?: RegExp;
  /** Has to match every changed path. */
  readonly everyPath?: RegExp;
}

/** From narrow to wide; what matches nothing is a plain commit. */
export const CHANGE_RULES: readonly ChangeRule[] = [
  {
    kind: 'feature-flag',
    subject:
      /\b(?:feature[ -]?(?:flags?|toggles?|gates?)|launchdarkly|unleash|flagsmith|flipt|kill[ -]?switch(?:es)?)\b/iu,
  },
  { kind: 'feature-flag', subject: /^(?:enable|disable|turn (?:on|off)|roll ?out|ramp(?: up)?)\b.*\bflags?\b/iu },
  { kind: 'feature-flag', everyPath: /(?:^|\/)(?:feature[-_]?)?(?:flags|toggles)(?:\/|\.[a-z]+$)/iu },
  {
    kind: 'config',
    everyPath:
      /\.(?:ya?ml|toml|ini|cfg|conf|cnf|properties|env|tfvars|tf|hcl|json5?|plist|xml)$|(?:^|\/)(?:\.env[^/]*|config|conf|settings|values|helm|charts?|k8s|kubernetes|kustomize|manifests|terraform|ansible|deploy|environments?)\//iu,
  },
  { kind: 'config', subject: /^config(?:uration)?(?:\([^)]*\))?!?: /iu },
];

/** Paths that look like configuration but change the code or its tools. */
export const NOT_CONFIG =
  /(?:^|\/)(?:package(?:-lock)?\.json|composer\.json|tsconfig[^/]*\.json|pom\.xml|pnpm-lock\.yaml|Cargo\.toml|pyproject\.toml|\.github\/[^.]*\.ya?ml)$|(?:^|\/)(?:tests?|fixtures|docs?|locales?|i18n|__tests__)\/|\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|cs|php|c|cc|cpp|h|swift|scala|ex|exs|sh|sql|md)$/iu;
