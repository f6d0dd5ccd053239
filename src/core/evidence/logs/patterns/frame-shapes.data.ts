/** How a language writes a frame of a trace. `name` is what stays the same from build to build. */
export interface FrameShape {
  readonly shape: RegExp;
  /** True where the frame that threw comes last. */
  readonly lastIsTop: boolean;
}

export const FRAME_SHAPES: readonly FrameShape[] = [
  // Python: `  File "/srv/app/pool.py", line 12, in acquire`
  { shape: /^\s*File "(?:[^"]*\/)?[^"/]+", line \d+, in (?<name>[\w.<>]+)/u, lastIsTop: true },
  // Java, .NET, Node: `at com.example.Pool.take(Pool.java:12)`, `at async take (/srv/pool.js:1:2)`
  { shape: /^\s*at (?:async |new )?(?<name>[\w$.<>`[\]]+)(?: \[as \w+\])?(?: ?\(|$| in )/u, lastIsTop: false },
  // Ruby: `from pool.rb:12:in 'take'`
  { shape: /^\s*(?:from )?\S+:\d+:in [`'](?<name>[^']+)'/u, lastIsTop: false },
  // PHP: `#0 /srv/pool.php(12): Pool->take()`
  { shape: /^\s*#\d+ \S+\(\d+\): (?<name>[\w\\>:-]+)\(/u, lastIsTop: false },
  // Go: `main.(*Pool).Take(0xc000…)` above its indented file
  { shape: /^(?<name>[\w./-]+\.(?:\(\*?\w+\)\.)?\w+)\((?:0x[\da-f]+|\.\.\.|\{|\)|,| )/u, lastIsTop: false },
  // Rust: `   4: pool::take`
  { shape: /^\s*\d+: (?:0x[\da-f]+ - )?(?<name>\w+(?:::[\w<>]+)+)/u, lastIsTop: false },
];
