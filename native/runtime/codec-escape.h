/* Codecs that write with backslashes what they can't write otherwise. */
#ifndef RT_CODEC_ESCAPE_H
#define RT_CODEC_ESCAPE_H
#include "codec.h"

int rt_codec_decode_escape(RtDecoder *, uint32_t *point);
int rt_codec_decode_raw_escape(RtDecoder *, uint32_t *point);
bool rt_codec_can_escape(uint32_t point);
int rt_codec_encode_escape(const RtCodec *, RtByteWriter *, uint32_t point);
int rt_codec_encode_raw_escape(const RtCodec *, RtByteWriter *, uint32_t point);
#endif
