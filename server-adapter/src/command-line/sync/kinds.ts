/** What a file can hold, each as the command line names it. */
export type SyncKind = 'branches' | 'stores' | 'applications';

export interface Field {
  /** The headers by which it is found without being told, in lower case and without anything but letters. */
  headers: readonly string[];
  required: boolean;
}

/** The fields of each kind's rows, in the order of the help. */
export const fieldsOf: Readonly<Record<SyncKind, Readonly<Record<string, Field>>>> = {
  branches: {
    code: { headers: ['code', 'kode', 'branchcode', 'kodecabang'], required: true },
    name: { headers: ['name', 'nama', 'branchname', 'namacabang'], required: true },
    timeZone: { headers: ['timezone', 'zonawaktu'], required: true },
  },
  stores: {
    code: { headers: ['code', 'kode', 'storecode', 'kodetoko'], required: true },
    name: { headers: ['name', 'nama', 'storename', 'namatoko'], required: true },
    branchCode: { headers: ['branchcode', 'kodecabang', 'branch', 'cabang'], required: true },
    open: { headers: ['open', 'buka', 'status'], required: false },
  },
  applications: {
    code: { headers: ['code', 'kode', 'applicationcode', 'kodeaplikasi'], required: true },
    name: { headers: ['name', 'nama', 'applicationname', 'namaaplikasi'], required: true },
    productionVersion: { headers: ['productionversion', 'versiproduksi'], required: false },
    description: { headers: ['description', 'deskripsi', 'keterangan'], required: false },
  },
};
