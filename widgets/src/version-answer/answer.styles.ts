import { css } from 'lit';

/** What answers about one store and about many have in common. */
export const answerStyles = css`
  .where,
  .as-of,
  .planned {
    color: var(--_muted);
    font-size: 14px;
  }

  .planned {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--_text);
    font-style: italic;
  }

  .registered {
    padding: 10px 16px;
    border-top: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 13px;
  }

  .nothing,
  .failure {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 12px;
    padding: 40px 20px;
    text-align: center;
  }

  .nothing {
    color: var(--_muted);
    overflow-wrap: anywhere;
  }

  .old {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding: 10px 16px;
    border-bottom: 1px solid var(--_line);
    background: var(--bs-warning-bg-subtle, #fff3cd);
    color: var(--bs-warning-text-emphasis, #664d03);
  }
`;
