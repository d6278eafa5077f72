import { css } from 'lit';

/** What the table of many stores has more than other windowed ones. */
export const manyRowsTableStyles = css`
  .wide .row {
    grid-template-columns:
      88px minmax(0, 1.1fr) minmax(0, 0.9fr) minmax(0, 1.1fr) minmax(0, 1.1fr)
      100px minmax(0, 1.1fr) minmax(0, 1.9fr);
  }

  /* Three lines fit into a row. */
  .long.wide .content .row > :not(.channel) {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-clamp: 3;
  }

  .narrow .application {
    flex: 1 1 100%;
  }

  .narrow .version-cell {
    flex: 1 1 0;
  }

  .narrow .beta-app,
  .narrow .reason {
    flex: 1 1 100%;
  }

  .narrow .beta-app:empty,
  .narrow .application:empty {
    display: none;
  }

  .long.narrow .content .row {
    flex-wrap: wrap;
  }

  .long.narrow .application,
  .long.narrow .beta-app,
  .long.narrow .branch {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .long.narrow .store,
  .long.narrow .version-cell,
  .long.narrow .reason {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }
`;
