import { css } from 'lit';

export const betaTimelineStyles = css`
  :host {
    --_names: 264px;
  }

  .box {
    gap: 16px;
  }

  .controls,
  .moves {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 16px;
  }

  .application {
    flex: 0 1 260px;
  }

  .moves {
    align-items: center;
    gap: 8px;
  }

  .moves .back .icon {
    transform: rotate(180deg);
  }

  /* It waits for nothing: no days lie beyond. */
  .moves .button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.5;
  }

  .period {
    margin-inline-start: 8px;
    font-weight: 600;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding: 12px 16px;
    border-bottom: 1px solid var(--_line);
  }

  .count {
    min-width: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .nothing,
  .failure {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 12px;
    padding: 40px 20px;
    text-align: center;
    overflow-wrap: anywhere;
  }

  .nothing,
  .none {
    color: var(--_muted);
  }

  .bones {
    min-height: 260px;
  }

  h3 {
    min-width: 0;
    font-size: 15px;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .code {
    color: var(--_muted);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .below {
    display: block;
    color: var(--_muted);
    font-size: 13px;
    line-height: 1.4;
  }

  @container (max-width: 719.98px) {
    .controls > * {
      flex: 1 1 100%;
    }

    .choice {
      flex: 1;
    }

    .choice span {
      justify-content: center;
      min-height: 44px;
    }

    .moves .button {
      flex: 1;
    }

    .period {
      flex-basis: 100%;
      margin: 0;
      text-align: center;
    }
  }

  @media print {
    .controls,
    .moves .button,
    #export {
      display: none;
    }

    .card {
      border: 0;
    }
  }
`;
