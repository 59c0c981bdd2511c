/** Huawei Cloud OCR v2: VIN, vehicle licence and licence plate, authenticated by IAM token or AK/SK signature. */
package dev.glovebox.provider.huawei;
