import { newSecret } from "../tokens/secret.js";
import type { Database } from "./database.js";

/** A public key that a user has registered for one of their devices. */
export interface DeviceCredential {
  /** Such as `dcr_…`. */
  readonly id: string;
  readonly userId: string;
  readonly clientId: string;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** Returns its new id. */
export function addDeviceCredential(
  database: Database,
  credential: Omit<DeviceCredential, "id">,
): string {
  const id = `dcr_${newSecret(16)}`;
  database.run(
    `INSERT INTO device_credentials
       (id, user_id, client_id, device_id, device_name, value, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    id,
    credential.userId,
    credential.clientId,
    credential.deviceId,
    credential.deviceName,
    credential.value,
    credential.createdAt,
  );
  return id;
}

/** Whose it is; undefined if there is none. */
export function ownerOfDeviceCredential(database: Database, id: string): string | undefined {
  return database.one<{ user_id: string }>(
    "SELECT user_id FROM device_credentials WHERE id = ?",
    id,
  )?.user_id;
}

export function removeDeviceCredential(database: Database, id: string): void {
  database.run("DELETE FROM device_credentials WHERE id = ?", id);
}
