/** An instant that a database can hold: one in the years 1 to 9999. Documents write others, too, by mistake. */
export function storableInstant(instant: string | null | undefined): string | null {
  return instant !== null && instant !== undefined && /^(?!0000)\d{4}-/u.test(instant)
    ? new Date(instant).toISOString()
    : null;
}
