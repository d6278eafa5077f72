import type { BetaAppState } from '@beta-app/core/contract';

/** What the list of beta apps can be narrowed to; `all` stands for no filter. */
export const stateFilters = {
  open: ['scheduled', 'active', 'paused'],
  active: ['active'],
  scheduled: ['scheduled'],
  ended: ['ended', 'promoted', 'cancelled'],
  all: undefined,
} as const satisfies Record<string, readonly BetaAppState[] | undefined>;

export type StateFilter = keyof typeof stateFilters;

export const isStateFilter = (name: string): name is StateFilter => name in stateFilters;
