import { css } from 'lit';

export const applicationListStyles = css`
  .code {
    font-weight: 600;
  }

  td {
    min-width: 110px;
    overflow-wrap: anywhere;
  }

  .taken .choose {
    font-weight: 400;
    cursor: not-allowed;
  }

  .note {
    display: block;
    font-size: 13px;
  }

  .description {
    color: var(--_muted);
    font-size: 14px;
  }

  @container (max-width: 719.98px) {
    td {
      min-width: 0;
    }

    td.name {
      flex: 1;
    }

    td.code {
      min-width: 56px;
    }

    td.production {
      margin-inline-start: auto;
    }

    td.description {
      flex: 1 1 100%;
    }
  }
`;
