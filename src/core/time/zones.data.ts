/**
 * Zone names as people write them, and the zone that resolves them.
 *
 * A name of *standard* time (`CET`, `EST`, `PST`) is in documents the name of the region's clock, all year round:
 * `14:00 PST` in July means what a clock in Los Angeles shows, and the templates print `(CET)` in summer, too.
 * Machines print the summer name in summer, so for them both readings agree. A name of *summer* time is exact and
 * stays a fixed offset. The label itself is never lost: it stands in `WrittenTime.written`.
 * Where a name means several zones, the most populous user is taken and `ambiguous` names the others.
 */
export interface ZoneName {
  /** IANA id or offset. */
  readonly zone: string;
  /** What else the name may mean. */
  readonly ambiguous?: readonly string[];
}

/** Zone names in capitals. */
export const ZONE_NAMES: Readonly<Record<string, ZoneName>> = {
  UTC: { zone: 'UTC' },
  UCT: { zone: 'UTC' },
  GMT: { zone: 'UTC' },
  Z: { zone: 'UTC' },
  ZULU: { zone: 'UTC' },
  // Europe
  WET: { zone: 'WET' },
  WEST: { zone: '+01:00' },
  BST: { zone: '+01:00', ambiguous: ['Asia/Dhaka'] },
  CET: { zone: 'CET' },
  CEST: { zone: '+02:00' },
  MET: { zone: 'CET' },
  MEST: { zone: '+02:00' },
  MEZ: { zone: 'CET' },
  MESZ: { zone: '+02:00' },
  EET: { zone: 'EET' },
  EEST: { zone: '+03:00' },
  MSK: { zone: 'Europe/Moscow' },
  TRT: { zone: 'Europe/Istanbul' },
  // Americas
  NST: { zone: 'America/St_Johns' },
  NDT: { zone: '-02:30' },
  AST: { zone: 'America/Halifax', ambiguous: ['Asia/Riyadh'] },
  ADT: { zone: '-03:00' },
  EST: { zone: 'America/New_York' },
  EDT: { zone: '-04:00' },
  ET: { zone: 'America/New_York' },
  CST: { zone: 'America/Chicago', ambiguous: ['Asia/Shanghai', 'America/Havana'] },
  CDT: { zone: '-05:00' },
  CT: { zone: 'America/Chicago' },
  MST: { zone: 'America/Denver', ambiguous: ['America/Phoenix'] },
  MDT: { zone: '-06:00' },
  MT: { zone: 'America/Denver' },
  PST: { zone: 'America/Los_Angeles', ambiguous: ['Asia/Manila'] },
  PDT: { zone: '-07:00' },
  PT: { zone: 'America/Los_Angeles' },
  AKST: { zone: 'America/Anchorage' },
  AKDT: { zone: '-08:00' },
  HST: { zone: 'Pacific/Honolulu' },
  BRT: { zone: 'America/Sao_Paulo' },
  ART: { zone: 'America/Argentina/Buenos_Aires' },
  CLT: { zone: 'America/Santiago' },
  CLST: { zone: '-03:00' },
  COT: { zone: 'America/Bogota' },
  PET: { zone: 'America/Lima' },
  // Africa
  WAT: { zone: 'Africa/Lagos' },
  CAT: { zone: 'Africa/Maputo' },
  SAST: { zone: 'Africa/Johannesburg' },
  EAT: { zone: 'Africa/Nairobi' },
  // Asia
  IST: { zone: 'Asia/Kolkata', ambiguous: ['Asia/Jerusalem', 'Europe/Dublin'] },
  IDT: { zone: '+03:00' },
  GST: { zone: 'Asia/Dubai' },
  PKT: { zone: 'Asia/Karachi' },
  NPT: { zone: 'Asia/Kathmandu' },
  ICT: { zone: 'Asia/Bangkok' },
  WIB: { zone: 'Asia/Jakarta' },
  WITA: { zone: 'Asia/Makassar' },
  WIT: { zone: 'Asia/Jayapura' },
  SGT: { zone: 'Asia/Singapore' },
  MYT: { zone: 'Asia/Kuala_Lumpur' },
  HKT: { zone: 'Asia/Hong_Kong' },
  PHT: { zone: 'Asia/Manila' },
  JST: { zone: 'Asia/Tokyo' },
  KST: { zone: 'Asia/Seoul' },
  // Australia and the Pacific
  AWST: { zone: 'Australia/Perth' },
  ACST: { zone: 'Australia/Adelaide' },
  ACDT: { zone: '+10:30' },
  AEST: { zone: 'Australia/Sydney', ambiguous: ['Australia/Brisbane'] },
  AEDT: { zone: '+11:00' },
  AET: { zone: 'Australia/Sydney' },
  NZST: { zone: 'Pacific/Auckland' },
  NZDT: { zone: '+13:00' },
  NZT: { zone: 'Pacific/Auckland' },
};

/** Names of zones that are also words or names of teams; before further prose they are not taken for a zone. */
export const ZONES_THAT_ARE_WORDS: readonly string[] = ['ART', 'CAT', 'EAT', 'MET', 'PET', 'WEST', 'WIT'];

/**
 * Offsets from UTC that clocks have today, in minutes (IANA time zone database, 2025). Two clocks without days cannot tell
 * +14, −12 and −11 hours from −10, +12 and +13: of those the ones are here where more people live.
 */
export const OFFSETS_IN_USE: readonly number[] = [
  -600, -570, -540, -480, -420, -360, -300, -240, -210, -180, -150, -120, -60, 0, 60, 120, 180, 210, 240, 270, 300, 330,
  345, 360, 390, 420, 480, 525, 540, 570, 600, 630, 660, 720, 765, 780, 825,
];
