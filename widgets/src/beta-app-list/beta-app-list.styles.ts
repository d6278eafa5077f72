import { css } from 'lit';

export const betaAppListStyles = css`
  td.name {
    min-width: 180px;
  }

  td.owner,
  td.nik {
    min-width: 110px;
    overflow-wrap: anywhere;
  }

  /* A day stays on its line, and a usual NIK too. */
  td.period {
    min-width: calc(12ch + 26px);
  }

  td.nik {
    min-width: calc(10ch + 26px);
  }

  @container (min-width: 900px) {
    td.period {
      white-space: nowrap;
    }
  }

  @container (max-width: 719.98px) {
    td.name {
      flex: 1 1 calc(100% - 130px);
    }

    td.state {
      order: 1;
    }

    td.period {
      flex: 1 1 100%;
      order: 2;
    }

    td.owner,
    td.nik {
      order: 3;
      min-width: 0;
      color: var(--_muted);
    }
  }
`;
