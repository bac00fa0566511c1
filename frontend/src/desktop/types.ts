// What the page and its window tell each other; in Go internal/prefs/prefs.go
// and internal/menubar/menubar.go.

/** Who decides between the light and the dark colours. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What the settings offer. */
export interface Look {
  theme: Theme;
  /** The size of all text, in percent of the usual one. */
  zoom: number;
  /** Words that no dictionary knows are marked. */
  spelling: boolean;
  /** The language in which the Action Lens reads titles; '' = it is off. */
  lens: string;
  /** What was planned for a time is told through the system. */
  remind: boolean;
  /** The hours in which nothing is told, HH:MM-HH:MM; '' = none. */
  quiet: string;
  /** The letters of SMARTER that a goal is asked for, parted by spaces; '' = all. */
  letters: string;
  /** They sit beside others: what that takes is offered before there is anybody. */
  coach: boolean;
}

/** What the page is told about itself before it is drawn. */
export interface Setting {
  look: Look;
  /** False in a browser, which has a frame of its own. */
  window: boolean;
}

/** The look of somebody who has chosen none. */
export const ORDINARY: Look = {
  theme: 'system',
  zoom: 100,
  spelling: true,
  lens: 'en',
  remind: true,
  quiet: '22:00-07:00',
  letters: '',
  coach: false,
};

/** A command as a line of the window's menus. */
export interface MenuEntry {
  group: string;
  id: string;
  label: string;
  /** The chord as written in a command; '' when there is none. */
  keys: string;
  /** The keys work while typing too. */
  anywhere: boolean;
  /** It is on or off. */
  check: boolean;
  on: boolean;
  enabled: boolean;
}
