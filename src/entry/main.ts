// What Google calls. Nothing here may touch a service while the script loads: onOpen runs in AuthMode.NONE where the
// add-on is installed but not yet used in the file, and there any service at load would take the menu away.

export {
  checkSheets,
  deleteFlaggedRecords,
  findCode,
  importRecords,
  onInstall,
  onOpen,
  openSidebar,
  setUpSheets,
} from './menu.ts';
export { onEdit } from './on-edit.ts';
export { rpc } from './rpc.ts';
