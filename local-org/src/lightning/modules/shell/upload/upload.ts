/** Sends files to the org, telling how far it is. */

export interface UploadedFile {
  readonly name: string;
  readonly documentId: string;
  readonly contentVersionId: string;
  readonly contentBodyId: string;
  readonly mimeType: string;
}

/** "The file size limit is 2 GB" (lightning-file-upload), less what this server takes in one request. */
export const LARGEST_FILE = 150 * 1024 * 1024;

export interface UploadTarget {
  readonly recordId?: string | undefined;
  readonly field?: string | undefined;
  readonly value?: string | undefined;
}

/** `progress` is told percentages. Rejects with what the org says is wrong. */
export function uploadFile(
  file: File,
  target: UploadTarget,
  progress: (percent: number) => void,
): Promise<UploadedFile> {
  if (file.size > LARGEST_FILE) return Promise.reject(new Error(`${file.name} is larger than 150 MB.`));
  return new Promise((resolve, reject) => {
    const query = new URLSearchParams({ name: file.name });
    for (const [name, value] of Object.entries(target))
      if (typeof value === 'string' && value !== '') query.set(name, value);
    const request = new XMLHttpRequest();
    request.open('POST', `/_app/files?${query.toString()}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => progress(event.lengthComputable ? (100 * event.loaded) / event.total : 0);
    request.onerror = () => reject(new Error('The connection was lost. The file was not uploaded.'));
    request.onload = () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText) as UploadedFile);
      else reject(new Error(messageOf(request.responseText)));
    };
    request.send(file);
  });
}

function messageOf(text: string): string {
  try {
    const body = JSON.parse(text) as { message?: string }[] | { message?: string };
    const first = Array.isArray(body) ? body[0] : body;
    return first?.message ?? text;
  } catch {
    return text;
  }
}
