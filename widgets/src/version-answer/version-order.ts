import type { StoreVersion } from '@beta-app/core/contract';

const minuteMs = 60_000;
const recentMs = 24 * 60 * minuteMs;

/** A version that came shortly before the moment, and the one before it. */
export interface RecentChange {
  since: string;
  previous: string;
  /** How many minutes before the moment it came. */
  minutes: number;
}

/** The change of version within the 24 hours before a moment: the most likely cause of what was just reported. */
export function recentChange(
  { since, previous }: StoreVersion,
  moment: Date,
): RecentChange | undefined {
  if (since === null || previous === null) return undefined;
  const ago = moment.getTime() - Date.parse(since);
  if (ago > recentMs) return undefined;
  const minutes = Math.max(0, Math.floor(ago / minuteMs));
  return { since, previous: previous.version, minutes };
}

/** The versions in the order of the answer: the latest changes, then beta, then production, by name. */
export function inAnswerOrder(versions: readonly StoreVersion[], moment: Date): StoreVersion[] {
  const changed = (version: StoreVersion) => recentChange(version, moment)?.minutes ?? Infinity;
  return [...versions].sort((one, other) => {
    const [minutes, otherMinutes] = [changed(one), changed(other)];
    if (minutes !== otherMinutes) return minutes - otherMinutes;
    return rankOf(one) - rankOf(other) || nameOf(one).localeCompare(nameOf(other), 'id');
  });
}

const rankOf = ({ channel }: StoreVersion): number => (channel === 'beta' ? 0 : 1);

const nameOf = ({ application }: StoreVersion): string => application.name ?? application.code;
