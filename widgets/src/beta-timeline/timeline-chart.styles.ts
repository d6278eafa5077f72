import { css } from 'lit';

/** The chart: names at the left, time at the right. */
export const timelineChartStyles = css`
  .axis {
    margin-inline-start: var(--_names);
    padding: 6px 16px 0 0;
    color: var(--_muted);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  .ticks {
    position: relative;
    height: 18px;
    overflow: hidden;
  }

  .ticks.large {
    color: var(--_text);
    font-weight: 600;
  }

  .ticks.now {
    overflow: visible;
  }

  .tick {
    position: absolute;
    white-space: nowrap;
  }

  .ticks:not(.now) .tick {
    padding-inline-start: 4px;
  }

  .now .tick {
    padding: 0 6px;
    border-radius: 4px;
    background: var(--_text);
    color: var(--_surface);
    font-weight: 600;
    line-height: 16px;
    transform: translateX(-50%);
  }

  .plot {
    position: relative;
    padding-bottom: 8px;
  }

  .lines {
    position: absolute;
    inset: 0 16px 0 var(--_names);
    pointer-events: none;
  }

  .line {
    position: absolute;
    inset-block: 0;
    border-inline-start: 1px solid var(--_line);
  }

  .line.now {
    border-inline-start: 2px solid var(--_text);
    margin-inline-start: -1px;
  }

  .group {
    border-top: 1px solid var(--_line);
  }

  .group ul,
  .cards,
  .legend {
    list-style: none;
  }

  .line-of {
    position: relative;
    display: grid;
    grid-template-columns: calc(var(--_names) - 16px) minmax(0, 1fr);
    gap: 16px;
    align-items: center;
    min-height: 44px;
    padding: 4px 16px 4px 0;
    color: inherit;
    text-decoration: none;
  }

  .line-of .name {
    display: block;
    min-width: 0;
    padding-inline-start: 16px;
  }

  .free-days {
    color: var(--_muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  .row {
    cursor: pointer;
  }

  .row .name {
    padding-inline-start: 28px;
  }

  .row:hover {
    background: var(--_raised);
  }

  .row:focus-visible {
    z-index: 1;
    outline-offset: -2px;
  }

  .title {
    display: block;
    overflow: hidden;
    font-size: 14px;
    font-weight: 500;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .row:hover .title,
  .row:focus-visible .title {
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .with {
    color: var(--bs-warning-text-emphasis, #664d03);
    font-weight: 500;
  }

  .track {
    position: relative;
    display: block;
    height: 28px;
  }

  .track.has-met {
    height: 36px;
  }

  .badge.bar {
    position: absolute;
    inset-block: 0;
    min-width: 6px;
    overflow: hidden;
    padding: 0;
    border: 1px solid currentColor;
    border-radius: 6px;
  }

  .bar.begun {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    border-inline-start-style: dashed;
  }

  .bar.goes-on {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
    border-inline-end-style: dashed;
  }

  .bar.cancelled {
    border-style: dashed;
    opacity: 0.75;
  }

  .badge.words {
    position: absolute;
    inset-block: 0;
    padding: 0 8px;
    background: none;
  }

  .has-met .words {
    bottom: 8px;
  }

  /* The line of today goes through under it. */
  .words.outside {
    inset-block: 4px;
    margin-inline: 2px;
    padding: 0 6px;
    background: var(--_surface);
  }

  .met {
    position: absolute;
    bottom: 0;
    height: 9px;
    min-width: 4px;
    border: 1px solid var(--bs-warning-text-emphasis, #664d03);
    background: repeating-linear-gradient(
      135deg,
      var(--bs-warning-text-emphasis, #664d03) 0 2px,
      var(--bs-warning-bg-subtle, #fff3cd) 2px 6px
    );
  }

  .free {
    position: absolute;
    inset-block: 2px;
    overflow: hidden;
    min-width: 4px;
    padding: 0 8px;
    border: 1px dashed var(--_control-line);
    border-radius: 6px;
    background: var(--_surface);
    color: var(--_text);
    font-size: 12px;
    line-height: 22px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .told {
    min-height: 48px;
    padding: 12px 16px;
    border-top: 1px solid var(--_line);
    font-size: 14px;
    overflow-wrap: anywhere;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    padding: 0 16px 12px;
    color: var(--_muted);
    font-size: 13px;
  }

  .legend li {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  .swatch {
    position: static;
    flex: none;
    width: 24px;
    padding: 0;
  }

  .swatch.free {
    height: 14px;
  }

  @media (forced-colors: active) {
    .met {
      border-color: Highlight;
      background: Highlight;
      forced-color-adjust: none;
    }

    .line.now {
      border-color: CanvasText;
    }
  }

  @container (max-width: 719.98px) {
    .axis {
      margin-inline-start: 16px;
    }

    .lines {
      inset-inline-start: 16px;
    }

    .line-of {
      grid-template-columns: minmax(0, 1fr);
      gap: 4px;
      padding: 8px 16px;
    }

    /* The lines go through under it. */
    .line-of .name,
    .row .name {
      position: relative;
      width: fit-content;
      max-width: 100%;
      padding: 0;
      background: var(--_surface);
    }

    .row:hover .name {
      background: var(--_raised);
    }

    .told.idle {
      display: none;
    }

    .legend {
      padding-top: 12px;
      border-top: 1px solid var(--_line);
    }

    .title {
      white-space: normal;
      overflow-wrap: anywhere;
    }
  }

  @media print {
    .told {
      display: none;
    }
  }
`;
