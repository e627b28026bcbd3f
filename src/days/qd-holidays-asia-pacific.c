/* qd-holidays-asia-pacific.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-holidays-asia-pacific"

#include <glib/gi18n.h>

#include "qd-holidays-private.h"

/*
 * Australia. The Fair Work Act 2009, section 115, as far as the whole country
 * has the day. The King’s Birthday, Labour Day and the days that are given off
 * for a holiday at a weekend are not here: each state has its own.
 */
static const QdHolidayRule rules_au[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Australia Day"), FIXED (1, 26) },
  { N_ ("Good Friday"), EASTER (-2) },
  { N_ ("Easter Monday"), EASTER (1) },
  { N_ ("Anzac Day"), FIXED (4, 25) },
  { N_ ("National Day of Mourning for Queen Elizabeth II"), DAYS (20220922) },
  { N_ ("Christmas Day"), FIXED (12, 25) },
  { N_ ("Boxing Day"), FIXED (12, 26) },
};

const QdHolidayTable qd_holidays_au = { rules_au, G_N_ELEMENTS (rules_au) };

/*
 * India. The holidays of the central government’s offices, as the Department of
 * Personnel and Training lists them each year; what each office may choose from
 * its own list, such as Holi, is not here.
 *
 * Most follow the moon, so that their days are a table, as python-holidays 0.71
 * has them. Those of Islam begin with the new moon that is seen: from 2026 on they
 * are computed, and may come a day earlier or later. The table agrees with it also
 * where it knows less: Guru Nanak Jayanti of 2026 is missing, which is expected on
 * 24 November, and Diwali of 2024 is on 1 November rather than on 31 October, when
 * the offices of Delhi were closed.
 */
static const int     maha_shivaratri[] = {
  20200221, 20210311, 20220301, 20230218, 20240308, 20250226, 20260215, 20270306,
  20280223, 20290211, 20300302, 20310220, 20320310, 20330227, 20340217, 20350308, 0
};

static const int eid_al_fitr[] = {
  20200525, 20210514, 20220503, 20230422, 20240411, 20250331, 20260320, 20270309,
  20280226, 20290214, 20300204, 20310124, 20320114, 20330102, 20331223, 20341212,
  20351201, 0
};

static const int mahavir_jayanti[] = {
  20200406, 20210425, 20220414, 20230404, 20240421, 20250410, 20260331, 20270418,
  20280407, 20290426, 20300416, 20310405, 20320423, 20330412, 20340401, 20350420, 0
};

static const int buddha_purnima[] = {
  20200507, 20210526, 20220516, 20230505, 20240523, 20250512, 20260501, 20270520,
  20280508, 20290527, 20300517, 20310507, 20320525, 20330514, 20340503, 20350522, 0
};

static const int eid_al_adha[] = {
  20200801, 20210721, 20220710, 20230629, 20240617, 20250607, 20260527, 20270516,
  20280505, 20290424, 20300413, 20310402, 20320322, 20330311, 20340301, 20350218, 0
};

static const int muharram[] = {
  20200830, 20210820, 20220809, 20230729, 20240717, 20250706, 20260625, 20270615,
  20280603, 20290523, 20300512, 20310502, 20320420, 20330410, 20340330, 20350320, 0
};

static const int janmashtami[] = {
  20200812, 20210830, 20220819, 20230907, 20240826, 20250816, 20260904, 20270825,
  20280813, 20290901, 20300821, 20310810, 20320828, 20330817, 20340906, 20350826, 0
};

static const int prophets_birthday[] = {
  20201030, 20211019, 20221009, 20230928, 20240916, 20250905, 20260825, 20270814,
  20280803, 20290724, 20300713, 20310702, 20320620, 20330609, 20340530, 20350520, 0
};

static const int dussehra[] = {
  20201025, 20211015, 20221005, 20231024, 20241012, 20251002, 20261020, 20271009,
  20280927, 20291016, 20301006, 20311025, 20321014, 20331003, 20341022, 20351011, 0
};

static const int diwali[] = {
  20201114, 20211104, 20221024, 20231112, 20241101, 20251020, 20261108, 20271029,
  20281017, 20291105, 20301026, 20311114, 20321102, 20331022, 20341110, 20351030, 0
};

static const int guru_nanak_jayanti[] = {
  20201130, 20211119, 20221108, 20231127, 20241115, 20251105, 20271114, 20281102,
  20291121, 20301110, 20311128, 20321117, 20331106, 20341125, 20351115, 0
};

static const QdHolidayRule rules_in[] = {
  { N_ ("Republic Day"), FIXED (1, 26) },
  { N_ ("Maha Shivaratri"), TABLE (maha_shivaratri) },
  { N_ ("Eid al-Fitr"), TABLE (eid_al_fitr) },
  { N_ ("Mahavir Jayanti"), TABLE (mahavir_jayanti) },
  { N_ ("Good Friday"), EASTER (-2) },
  { N_ ("Buddha Purnima"), TABLE (buddha_purnima) },
  { N_ ("Eid al-Adha"), TABLE (eid_al_adha) },
  { N_ ("Muharram"), TABLE (muharram) },
  { N_ ("Independence Day"), FIXED (8, 15) },
  { N_ ("Janmashtami"), TABLE (janmashtami) },
  { N_ ("The Prophet’s Birthday"), TABLE (prophets_birthday) },
  { N_ ("Gandhi Jayanti"), FIXED (10, 2) },
  { N_ ("Dussehra"), TABLE (dussehra) },
  { N_ ("Diwali"), TABLE (diwali) },
  { N_ ("Guru Nanak Jayanti"), TABLE (guru_nanak_jayanti) },
  { N_ ("Christmas Day"), FIXED (12, 25) },
};

const QdHolidayTable       qd_holidays_in = { rules_in, G_N_ELEMENTS (rules_in) };

/*
 * Japan. The Act on National Holidays (no. 178 of 1948): article 3 gives off the
 * next day that is no holiday for one on a Sunday, and makes a holiday of a day
 * between two. The act for the Olympic games moved three days of 2020 and 2021.
 */
static const QdHolidayRule rules_jp[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1), .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Coming of Age Day"), FIXED (1, 15), .until = 1999, .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Coming of Age Day"), NTH (2, MON, 1), .since = 2000 },
  { N_ ("National Foundation Day"), FIXED (2, 11), .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Emperor’s Birthday"), FIXED (2, 23), .since = 2020, .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Vernal Equinox Day"), EQUINOX (3), .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Emperor’s Birthday"), FIXED (4, 29), .until = 1988, .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Greenery Day"), FIXED (4, 29), .since = 1989, .until = 2006, .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Shōwa Day"), FIXED (4, 29), .since = 2007, .shift = &qd_holiday_shift_sunday_free },
  { N_ ("The Emperor’s Enthronement"), DAYS (20190501, 20191022) },
  { N_ ("Constitution Memorial Day"), FIXED (5, 3), .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Greenery Day"), FIXED (5, 4), .since = 2007, .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Children’s Day"), FIXED (5, 5), .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Marine Day"), FIXED (7, 20), .since = 1996, .until = 2002, .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Marine Day"), NTH (3, MON, 7), .since = 2003 },
  { N_ ("Marine Day"), DAYS (20200723, 20210722) },
  { N_ ("Mountain Day"), FIXED (8, 11), .since = 2016, .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Mountain Day"), DAYS (20200810, 20210808), .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Respect for the Aged Day"), FIXED (9, 15), .until = 2002, .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Respect for the Aged Day"), NTH (3, MON, 9), .since = 2003 },
  { N_ ("Autumnal Equinox Day"), EQUINOX (9), .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Sports Day"), FIXED (10, 10), .until = 1999, .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Sports Day"), NTH (2, MON, 10), .since = 2000 },
  { N_ ("Sports Day"), DAYS (20200724, 20210723) },
  { N_ ("Culture Day"), FIXED (11, 3), .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Labour Thanksgiving Day"), FIXED (11, 23), .shift = &qd_holiday_shift_sunday_free },
  { N_ ("Emperor’s Birthday"), FIXED (12, 23), .since = 1989, .until = 2018, .shift = &qd_holiday_shift_sunday_free },
};

const QdHolidayTable qd_holidays_jp = {
  rules_jp,
  G_N_ELEMENTS (rules_jp),
  .bridge = N_ ("Citizens’ Holiday"),
  .bridge_since = 1986,
};

/*
 * New Zealand. The Holidays Act 2003, sections 44 to 45A, which since 2014 gives
 * a Monday off for Waitangi and Anzac Day, and the Te Kāhui o Matariki Public
 * Holiday Act 2022, which names the days of Matariki up to 2052.
 */
static const int matariki[] = {
  20220624, 20230714, 20240628, 20250620, 20260710, 20270625, 20280714, 20290706,
  20300621, 20310711, 20320702, 20330624, 20340707, 20350629, 20360718, 20370710,
  20380625, 20390715, 20400706, 20410719, 20420711, 20430703, 20440624, 20450707,
  20460629, 20470719, 20480703, 20490625, 20500715, 20510630, 20520621, 0
};

static const QdHolidayRule rules_nz[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1), .shift = &qd_holiday_shift_free },
  { N_ ("Day After New Year’s Day"), FIXED (1, 2), .shift = &qd_holiday_shift_free },
  { N_ ("Waitangi Day"), FIXED (2, 6), .until = 2013 },
  { N_ ("Waitangi Day"), FIXED (2, 6), .since = 2014, .shift = &qd_holiday_shift_monday },
  { N_ ("Good Friday"), EASTER (-2) },
  { N_ ("Easter Monday"), EASTER (1) },
  { N_ ("Anzac Day"), FIXED (4, 25), .until = 2013 },
  { N_ ("Anzac Day"), FIXED (4, 25), .since = 2014, .shift = &qd_holiday_shift_monday },
  { N_ ("Queen’s Birthday"), NTH (1, MON, 6), .until = 2022 },
  { N_ ("King’s Birthday"), NTH (1, MON, 6), .since = 2023 },
  { N_ ("Matariki"), TABLE (matariki) },
  { N_ ("Queen Elizabeth II Memorial Day"), DAYS (20220926) },
  { N_ ("Labour Day"), NTH (4, MON, 10) },
  { N_ ("Christmas Day"), FIXED (12, 25), .shift = &qd_holiday_shift_free },
  { N_ ("Boxing Day"), FIXED (12, 26), .shift = &qd_holiday_shift_free },
};

const QdHolidayTable qd_holidays_nz = { rules_nz, G_N_ELEMENTS (rules_nz) };
