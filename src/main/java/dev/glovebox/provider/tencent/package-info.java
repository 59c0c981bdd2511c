/** Tencent Cloud API 3.0: VinOCR, VehicleLicenseOCR and LicensePlateOCR, signed with TC3-HMAC-SHA256. */
package dev.glovebox.provider.tencent;
