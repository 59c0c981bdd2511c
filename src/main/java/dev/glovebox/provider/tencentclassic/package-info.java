/** Tencent's classic OCR for its existing customers: VIN only, authenticated by a multi-use signature. */
package dev.glovebox.provider.tencentclassic;
