import type { VersionChannel } from '@beta-app/core/contract';
import { html, type TemplateResult } from 'lit';
import { type Words } from '../words/words.js';

/** "◆ Beta" or "Produksi"; the shape and the word say it, colour comes second. */
export function channelBadge(channel: VersionChannel, words: Words): TemplateResult {
  const text = words.versions.channel[channel];
  return channel === 'beta'
    ? html`<span class="beta-badge"><span aria-hidden="true">◆</span>${text}</span>`
    : html`<span class="production">${text}</span>`;
}
