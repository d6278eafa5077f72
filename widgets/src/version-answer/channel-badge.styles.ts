import { css } from 'lit';

export const channelBadgeStyles = css`
  :host {
    --_badge-fill: var(--beta-badge-background, #5a3fd0);
    --_badge-text: var(--beta-badge-color, #fff);
  }

  .beta-badge {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 1px 10px;
    border-radius: 999px;
    background: var(--_badge-fill);
    color: var(--_badge-text);
    font-size: 13px;
    font-weight: 600;
    line-height: 20px;
    white-space: nowrap;
  }

  span.production {
    color: var(--_muted);
  }

  @media print {
    .beta-badge {
      border: 1px solid #000;
    }
  }
`;
