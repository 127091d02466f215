/** Asks before a report or dashboard is deleted: neither comes back from the recycle bin. */
import LightningConfirm from 'lightning/confirm';

export function confirmDeletion(what: 'Report' | 'Dashboard', name: string): Promise<boolean> {
  return LightningConfirm.open({
    label: `Delete ${what}`,
    message: `Are you sure you want to delete “${name}”? You cannot get it back.`,
    theme: 'warning',
  });
}
