/** Tencent's classic OCR, kept for its existing customers: VIN alone, by a multi-use signature. */
package dev.glovebox.provider.tencentclassic;
