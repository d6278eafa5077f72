const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' });

/** The date in Jakarta that many days from now, as `YYYY-MM-DD`. */
export function dayFromToday(days: number, now = new Date()): string {
  const today = new Date(`${format.format(now)}T00:00:00Z`);
  today.setUTCDate(today.getUTCDate() + days);
  return today.toISOString().slice(0, 10);
}
