/** The words of the pages around the widgets, which bring their own. */
const id = {
  lang: 'id',
  product: 'Sistem Informasi Helpdesk',
  skip: 'Langsung ke isi',
  menu: 'Menu',
  closeMenu: 'Tutup menu',
  mainMenu: 'Menu utama',
  breadcrumb: 'Jejak halaman',
  home: 'Beranda',
  dashboard: 'Dasbor',
  tickets: 'Tiket',
  stores: 'Data Toko',
  reports: 'Laporan',
  trials: 'Uji coba',
  helpdesk: 'Helpdesk',
  notInDemo: 'Tidak ada dalam demo',
  betaApp: 'Beta-App',
  betaAppStore: 'Beta-App Store',
  versions: 'Versi Toko',
  timeline: 'Linimasa',
  both: 'Beta-App dan Toko',
  signedInAs: 'Masuk sebagai',
  change: 'Ganti',
  otherLanguage: 'English',
  ticketsOpen: 'Tiket terbuka',
  ticketsWaiting: 'Menunggu toko',
  ticketsEscalated: 'Diteruskan ke analis',
  ticketsDone: 'Selesai hari ini',
  board: 'Papan pengumuman',
  notices: [
    ['Pemeliharaan jaringan', 'Cabang Makassar 1 dan Manado 1, Sabtu pukul 23.00–01.00 WITA.'],
    ['Versi beta', 'Tanyakan versi aplikasi sebelum menutup tiket dari toko yang ikut uji coba.'],
    ['Piket akhir pekan', 'Tim POS: ext. 2114. Tim jaringan: ext. 2120.'],
  ],
  log: 'Catatan aktivitas',
  logEmpty: 'Belum ada aktivitas di halaman ini.',
  footer: 'Halaman contoh. Semua toko, orang, dan angka tiket hanya untuk demo.',
} as const;

type Words = {
  readonly [Key in keyof typeof id]: (typeof id)[Key] extends string
    ? string
    : readonly (readonly [title: string, text: string])[];
};

const en: Words = {
  lang: 'en',
  product: 'Helpdesk information system',
  skip: 'Skip to the content',
  menu: 'Menu',
  closeMenu: 'Close the menu',
  mainMenu: 'Main menu',
  breadcrumb: 'Breadcrumb',
  home: 'Home',
  dashboard: 'Dashboard',
  tickets: 'Tickets',
  stores: 'Stores',
  reports: 'Reports',
  trials: 'Trials',
  helpdesk: 'Helpdesk',
  notInDemo: 'Not part of the demo',
  betaApp: 'Beta app',
  betaAppStore: 'Beta app stores',
  versions: 'Store versions',
  timeline: 'Timeline',
  both: 'Beta app and stores',
  signedInAs: 'Signed in as',
  change: 'Change',
  otherLanguage: 'Bahasa Indonesia',
  ticketsOpen: 'Open tickets',
  ticketsWaiting: 'Waiting for the store',
  ticketsEscalated: 'Passed to analysts',
  ticketsDone: 'Done today',
  board: 'Notice board',
  notices: [
    ['Network maintenance', 'Branches Makassar 1 and Manado 1, Saturday 23:00–01:00 WITA.'],
    ['Beta versions', 'Ask for the version before you close a ticket of a store in a trial.'],
    ['Weekend duty', 'POS team: ext. 2114. Network team: ext. 2120.'],
  ],
  log: 'Activity log',
  logEmpty: 'Nothing has happened on this page yet.',
  footer: 'A sample page. All stores, people and ticket figures are for the demo only.',
};

export type Language = 'id' | 'en';
export type HostWords = Words;

export const hostWords: Readonly<Record<Language, Words>> = { id, en };
