#!/bin/sh
# Stands in for espeak-ng: names its voices, and writes down how it was called and what it was given to say.
if [ "$1" = "--voices" ]; then
  echo " 5  cmn-latn-pinyin --/M      Chinese_(Mandarin,_latin_as_Pinyin) sit/cmn-Latn-pinyin"
  exit 0
fi
said=$(cat)
printf '%s|%s\n' "$*" "$said" >> "$FAKE_ESPEAK_LOG"
case "$said" in *crash*) exit 3 ;; esac
# A sound of four samples whose header tells no length, as the real one writes it.
printf 'RIFF\044\360\377\177WAVEfmt \020\000\000\000\001\000\001\000\042\126\000\000\104\254\000\000\002\000\020\000data\000\360\377\177\001\000\002\000\003\000\004\000'
