/** A day relative to today in a zone, Jakarta's by default, as `YYYY-MM-DD`. */
export function day(offset: number, timeZone = 'Asia/Jakarta'): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + offset);
  return date.toISOString().slice(0, 10);
}
