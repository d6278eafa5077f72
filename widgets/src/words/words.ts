import { type Language } from '../language/language.js';
import { commonEn } from './common.en.js';
import { commonId, type CommonWords } from './common.id.js';
import { editorEn } from './editor.en.js';
import { editorId, type EditorWords } from './editor.id.js';
import { historyEn } from './history.en.js';
import { historyId, type HistoryWords } from './history.id.js';
import { lifeCycleEn } from './life-cycle.en.js';
import { lifeCycleId, type LifeCycleWords } from './life-cycle.id.js';
import { listsEn } from './lists.en.js';
import { listsId, type ListsWords } from './lists.id.js';
import { storesEn } from './stores.en.js';
import { storesId, type StoresWords } from './stores.id.js';
import { timelineEn } from './timeline.en.js';
import { timelineId, type TimelineWords } from './timeline.id.js';
import { versionsEn } from './versions.en.js';
import { versionsId, type VersionsWords } from './versions.id.js';

/** All texts of the widgets in one language, by the page that they belong to. */
export interface Words {
  common: CommonWords;
  editor: EditorWords;
  history: HistoryWords;
  lifeCycle: LifeCycleWords;
  lists: ListsWords;
  stores: StoresWords;
  timeline: TimelineWords;
  versions: VersionsWords;
}

const dictionaries: Readonly<Record<Language, Words>> = {
  id: {
    common: commonId,
    editor: editorId,
    history: historyId,
    lifeCycle: lifeCycleId,
    lists: listsId,
    stores: storesId,
    timeline: timelineId,
    versions: versionsId,
  },
  en: {
    common: commonEn,
    editor: editorEn,
    history: historyEn,
    lifeCycle: lifeCycleEn,
    lists: listsEn,
    stores: storesEn,
    timeline: timelineEn,
    versions: versionsEn,
  },
};

/** The words of a language. */
export const wordsFor = (language: Language): Words => dictionaries[language];
