/**
 * What templates and people leave in a text for later, wherever it stands in it. What is a placeholder only where it is all of a
 * text stands in {@link WHOLE_PLACEHOLDERS}.
 */
export const PLACEHOLDERS: readonly RegExp[] = [
  // `[TODO ask Bo]`, `TBD`, `FIXME`, `XXX`, in capitals; “todo list” and “tbd.js” are words and names.
  /\[(?:TODO|TBD|TBC|FIXME|XXX)\b[^\]]*\]/u,
  /(?<![\w.`/-])(?:TODO|TBD|TBC|TBA|FIXME|XXX+)(?![\w`/-]|\.\w)/u,
  /\bto be (?:determined|decided|filled in|confirmed)\b(?! by)/iu,
  /\?{3,}/u,
  // `{{SEVERITY}}`, `{{ title }}`; expressions of template languages have dots, pipes or quotes.
  /\{\{\s*[A-Za-z][A-Za-z0-9_ -]*\s*\}\}/u,
  /\bYYYY[-/]MM[-/]DD\b|\bDD[-/.]MM[-/.]YYYY\b|\bMM[-/]DD[-/]YYYY\b|\bHH:MM\b/u,
  /\bINC-(?:X{2,}|Y{4}[\w-]*|N{3})\b|\bSEV-?X\b/u,
  /\[(?:your |the |insert |enter |add |first |last )?(?:name|title|date|time|owner|author|url|ticket|severity|duration)s?(?: here)?\](?![(:[])/iu,
  /\[(?:insert|enter|fill in|describe|add|your|briefly)\b[^\]\n]{0,120}\](?![(:[])/iu,
  /<(?:your|insert|enter|fill in|add|name of|link to|date of|the)[ _-][^<>\n]{1,80}>|<(?:name|title|date|time|owner|author|link|ticket|team|service|description)>/iu,
  /\blorem ipsum\b/iu,
  /\b(?:fill (?:this|me) in|insert (?:text|link|date|name)s? here)\b/iu,
];

/** Texts that say nothing else than that something is missing. */
export const WHOLE_PLACEHOLDERS = /^(?:\.{3,}|…|_{3,}|\?+|x{2,}|n\.n\.|todo|tbd|tbc|wip|placeholder|foo|asdf)[.!]?$/iu;

/** Fields in which “not known yet” is an answer, and those that other rules ask about. */
export const OPEN_FIELDS: readonly RegExp[] = [
  /^followUp\.checks\.\d+\.(?:verified|effective)$/u,
  /^actions\.\d+\.(?:owner|due|ticket|status|priority|category)$/u,
  /^durations\./u,
  /^document\.instructions$/u,
  /^targets\.\d+\.current$/u,
];
