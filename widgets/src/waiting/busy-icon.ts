import { html, type TemplateResult } from 'lit';

/** A button's icon, or a spinner of the same size while what the button began is running. */
export const busyIcon = (icon: TemplateResult, busy: boolean): TemplateResult =>
  busy ? html`<span class="spinner" aria-hidden="true"></span>` : icon;
