import { formatsOf } from '../format/formats.js';

const { number } = formatsOf('id');

/** Words that every page uses, in Indonesian. The type of this table is the type of all its languages. */
export const commonId = {
  field: {
    betaApp: 'Beta-App',
    betaAppEmpty: 'Pilih beta-app…',
    betaAppNone: 'belum dipilih',
    name: 'Nama beta-app',
    shortName: 'Nama',
    period: 'Periode',
    startsOn: 'Tanggal mulai',
    endsOn: 'Tanggal selesai',
    owner: 'User',
    nik: 'NIK',
    status: 'Status',
    application: 'Aplikasi',
    productionVersion: 'Versi produksi',
    betaVersion: 'Versi beta',
    notes: 'Catatan',
    actions: 'Aksi',
    branch: 'Cabang',
    branchAll: 'Semua cabang',
    store: 'Toko',
    code: 'Kode',
    required: '(wajib)',
  },
  button: {
    add: 'Tambah',
    addApplication: 'Tambah Aplikasi',
    save: 'Simpan',
    saveChanges: 'Simpan Perubahan',
    discard: 'Batalkan perubahan',
    remove: 'Hapus',
    edit: 'Ubah',
    more: 'Lainnya',
    yes: 'Ya',
    cancel: 'Batal',
    back: 'Kembali',
    close: 'Tutup',
    retry: 'Coba lagi',
    reload: 'Muat ulang',
    clearSearch: 'Hapus pencarian',
  },
  state: {
    scheduled: 'Terjadwal',
    active: 'Aktif',
    paused: 'Dijeda',
    ended: 'Berakhir',
    promoted: 'Jadi produksi',
    cancelled: 'Dibatalkan',
  },
  loading: 'Memuat…',
  saving: 'Menyimpan…',
  ok: {
    picked: (name: string) => `Pengisian data beta-app “${name}” berhasil.`,
  },
  invalid: {
    required: (field: string) => `${field} belum diisi.`,
    tooLong: (field: string, max: number) => `${field} paling banyak ${number(max)} karakter.`,
    date: 'Tanggal itu tidak ada.',
    endBeforeStart: 'Tanggal selesai harus sama dengan atau setelah tanggal mulai.',
  },
  warnIncomplete: (fields: string) => `Masih ada isian yang belum terisi: ${fields}.`,
  warnFields: (fields: string) => `Masih ada isian yang belum benar: ${fields}.`,
  error: {
    network: 'Terjadi kesalahan! Server tidak dapat dihubungi. Isian Anda tidak hilang.',
    failed:
      'Terjadi kesalahan! Server tidak dapat menyelesaikan permintaan. Isian Anda tidak hilang.',
    busy: (seconds: number) => `Layanan sedang sibuk. Coba lagi dalam ${number(seconds)} detik.`,
    session:
      'Sesi Anda telah berakhir. Masuk lagi di tab lain, lalu tekan “Coba lagi”; isian Anda tetap ada.',
    forbidden: (owner: string, nik: string) =>
      `Anda tidak berhak melakukan ini. Hubungi ${owner} (NIK ${nik}).`,
    forbiddenAtAll: 'Anda tidak berhak melakukan ini.',
    gone: 'Beta-app ini tidak ditemukan.',
  },
  readOnly: {
    ended: 'Beta-app ini sudah berakhir dan hanya dapat dilihat.',
    promoted: 'Beta-app ini sudah jadi produksi dan hanya dapat dilihat.',
    cancelled: 'Beta-app ini sudah dibatalkan dan hanya dapat dilihat.',
  },
  overlap: {
    title: (stores: number) => `${number(stores)} toko sedang menguji aplikasi yang sama`,
    entry: (
      app: string,
      version: string,
      name: string,
      period: string,
      owner: string,
      nik: string,
    ) => `${app} ${version} di beta-app “${name}”, ${period}, ${owner} (NIK ${nik})`,
    others: (count: number) => `dan ${number(count)} toko lain`,
  },
  empty: {
    pick: 'Belum ada beta-app yang dipilih. Pilih dari kolom kuning atau buat yang baru.',
    search: (q: string) => `Tidak ada hasil untuk “${q}”.`,
  },
  betaAppList: {
    title: 'Pilih beta-app',
    search: 'Cari nama, user, atau NIK',
    filters: {
      open: 'Belum berakhir',
      active: 'Aktif',
      scheduled: 'Terjadwal',
      ended: 'Berakhir',
      all: 'Semua',
    },
    count: (total: number) => `${number(total)} beta-app`,
    chosen: 'sedang dipilih',
    none: 'Belum ada beta-app.',
    noneOfState: 'Tidak ada beta-app dengan status ini.',
    showAll: 'Tampilkan semua',
  },
};

/** Words that every page uses. */
export type CommonWords = typeof commonId;
