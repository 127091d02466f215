/** System.Crypto ("Crypto Class", Apex Reference Guide). */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  randomInt,
  sign,
  timingSafeEqual,
  verify,
  type KeyObject,
} from 'node:crypto';
import { BlobValue } from '../../../schema/values/index.ts';
import { throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

const IV_LENGTH = 16;

export const cryptoClass = libraryClass(
  'System.Crypto',
  refusingNulls({
    'static Blob encrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob clearText)': (
      algorithm: string,
      key: BlobValue,
      iv: BlobValue,
      text: BlobValue,
    ) => encrypt(algorithm, key, iv.bytes, text),
    'static Blob decrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob cipherText)': (
      algorithm: string,
      key: BlobValue,
      iv: BlobValue,
      text: BlobValue,
    ) => decrypt(algorithm, key, iv.bytes, text.bytes),
    // The vector goes in front of what it was used for.
    'static Blob encryptWithManagedIV(String algorithmName, Blob privateKey, Blob clearText)': (
      algorithm: string,
      key: BlobValue,
      text: BlobValue,
    ) => {
      const iv = randomBytes(IV_LENGTH);
      return blob(Buffer.concat([iv, encrypt(algorithm, key, iv, text).bytes]));
    },
    'static Blob decryptWithManagedIV(String algorithmName, Blob privateKey, Blob IVAndCipherText)': (
      algorithm: string,
      key: BlobValue,
      { bytes }: BlobValue,
    ) => decrypt(algorithm, key, bytes.subarray(0, IV_LENGTH), bytes.subarray(IV_LENGTH)),
    'static Blob generateAesKey(Integer size)': (size: number) => {
      if (![128, 192, 256].includes(size)) invalidParameter('Invalid key size. Must be 128, 192, or 256.');
      return blob(randomBytes(size / 8));
    },
    'static Blob generateDigest(String algorithmName, Blob input)': (algorithm: string, input: BlobValue) =>
      blob(createHash(digestName(algorithm)).update(input.bytes).digest()),
    'static Blob generateMac(String algorithmName, Blob input, Blob privateKey)': mac,
    'static Boolean verifyHmac(String algorithmName, Blob input, Blob privateKey, Blob hmacToVerify)': (
      algorithm: string,
      input: BlobValue,
      key: BlobValue,
      expected: BlobValue,
    ) => {
      const { bytes } = mac(algorithm, input, key);
      return bytes.length === expected.size && timingSafeEqual(bytes, expected.bytes);
    },
    'static Integer getRandomInteger()': () => randomInt(2 ** 32) | 0,
    'static Long getRandomLong()': () => randomBytes(8).readBigInt64BE(),
    'static Blob sign(String algorithmName, Blob input, Blob privateKey)': (
      algorithm: string,
      input: BlobValue,
      key: BlobValue,
    ) => blob(sign(signatureDigest(algorithm), input.bytes, privateKey(key))),
    'static Boolean verify(String algorithmName, Blob data, Blob signature, Blob publicKey)': (
      algorithm: string,
      data: BlobValue,
      signature: BlobValue,
      key: BlobValue,
    ) => verify(signatureDigest(algorithm), data.bytes, publicKey(key), signature.bytes),
  }),
);

function blob(bytes: Uint8Array): BlobValue {
  return new BlobValue(new Uint8Array(bytes));
}

function cipherName(algorithm: string, key: BlobValue, iv: Uint8Array): string {
  const bits = /^AES(128|192|256)$/.exec(algorithm)?.[1];
  if (bits === undefined) invalidParameter(`Invalid algorithm '${algorithm}'. Must be AES128, AES192, or AES256.`);
  if (key.size * 8 !== Number(bits)) {
    invalidParameter(`Invalid private key. Must be ${Number(bits) / 8} bytes.`);
  }
  if (iv.length !== IV_LENGTH) invalidParameter(`Invalid initialization vector. Must be ${IV_LENGTH} bytes.`);
  return `aes-${bits}-cbc`;
}

function encrypt(algorithm: string, key: BlobValue, iv: Uint8Array, text: BlobValue): BlobValue {
  const cipher = createCipheriv(cipherName(algorithm, key, iv), key.bytes, iv);
  return blob(Buffer.concat([cipher.update(text.bytes), cipher.final()]));
}

function decrypt(algorithm: string, key: BlobValue, iv: Uint8Array, text: Uint8Array): BlobValue {
  const cipher = createDecipheriv(cipherName(algorithm, key, iv), key.bytes, iv);
  try {
    return blob(Buffer.concat([cipher.update(text), cipher.final()]));
  } catch {
    throwApex('System.SecurityException', 'Given final block not properly padded');
  }
}

function mac(algorithm: string, input: BlobValue, key: BlobValue): BlobValue {
  const name = /^hmac-?(md5|sha1|sha256|sha512)$/i.exec(algorithm)?.[1];
  if (name === undefined) invalidParameter(`Invalid algorithm '${algorithm}'`);
  return blob(createHmac(name.toLowerCase(), key.bytes).update(input.bytes).digest());
}

function digestName(algorithm: string): string {
  const name = /^(?:MD5|SHA-?1|SHA-?256|SHA-?512|SHA3-256|SHA3-384|SHA3-512)$/i.exec(algorithm)?.[0];
  if (name === undefined) invalidParameter(`Invalid algorithm '${algorithm}'`);
  return name.toLowerCase().replace(/^sha-/, 'sha');
}

/** `RSA-SHA256`, `ECDSA-SHA512`, …; plain `RSA` signs SHA-1. */
function signatureDigest(algorithm: string): string {
  const match = /^(?:RSA|ECDSA)(?:-(SHA1|SHA256|SHA384|SHA512))?$/i.exec(algorithm);
  if (match === null) invalidParameter(`Invalid algorithm '${algorithm}'`);
  return match[1]?.toLowerCase() ?? 'sha1';
}

function privateKey(key: BlobValue): KeyObject {
  return parsedKey(() => createPrivateKey({ key: Buffer.from(key.bytes), format: 'der', type: 'pkcs8' }));
}

function publicKey(key: BlobValue): KeyObject {
  return parsedKey(() => createPublicKey({ key: Buffer.from(key.bytes), format: 'der', type: 'spki' }));
}

function parsedKey(parse: () => KeyObject): KeyObject {
  try {
    return parse();
  } catch {
    throwApex('System.InvalidParameterValueException', 'Invalid key');
  }
}

function invalidParameter(message: string): never {
  throwApex('System.InvalidParameterValueException', message);
}
