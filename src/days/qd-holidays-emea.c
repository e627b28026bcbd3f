/* qd-holidays-emea.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-holidays-emea"

#include <glib/gi18n.h>

#include "qd-holidays-private.h"

/* Austria. Arbeitsruhegesetz (1983), § 7 (2). */
static const QdHolidayRule rules_at[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Epiphany"), FIXED (1, 6) },
  { N_ ("Easter Monday"), EASTER (1) },
  { N_ ("Labour Day"), FIXED (5, 1) },
  { N_ ("Ascension Day"), EASTER (39) },
  { N_ ("Whit Monday"), EASTER (50) },
  { N_ ("Corpus Christi"), EASTER (60) },
  { N_ ("Assumption Day"), FIXED (8, 15) },
  { N_ ("National Day"), FIXED (10, 26) },
  { N_ ("All Saints’ Day"), FIXED (11, 1) },
  { N_ ("Immaculate Conception"), FIXED (12, 8) },
  { N_ ("Christmas Day"), FIXED (12, 25) },
  { N_ ("St. Stephen’s Day"), FIXED (12, 26) },
};

const QdHolidayTable       qd_holidays_at = { rules_at, G_N_ELEMENTS (rules_at) };

/*
 * Belgium. Royal decree of 18 April 1974 on public holidays. What an employer
 * gives off for one on a Sunday is each employer’s choice, so not here.
 */
static const QdHolidayRule rules_be[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Easter Sunday"), EASTER (0) },
  { N_ ("Easter Monday"), EASTER (1) },
  { N_ ("Labour Day"), FIXED (5, 1) },
  { N_ ("Ascension Day"), EASTER (39) },
  { N_ ("Whit Sunday"), EASTER (49) },
  { N_ ("Whit Monday"), EASTER (50) },
  { N_ ("National Day"), FIXED (7, 21) },
  { N_ ("Assumption Day"), FIXED (8, 15) },
  { N_ ("All Saints’ Day"), FIXED (11, 1) },
  { N_ ("Armistice Day"), FIXED (11, 11) },
  { N_ ("Christmas Day"), FIXED (12, 25) },
};

const QdHolidayTable       qd_holidays_be = { rules_be, G_N_ELEMENTS (rules_be) };

/*
 * Switzerland. The federal constitution, article 110 (3), for 1 August; the other
 * three are those that every canton has. Most know several more, such as Good
 * Friday and Easter Monday.
 */
static const QdHolidayRule rules_ch[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Ascension Day"), EASTER (39) },
  { N_ ("National Day"), FIXED (8, 1) },
  { N_ ("Christmas Day"), FIXED (12, 25) },
};

const QdHolidayTable       qd_holidays_ch = { rules_ch, G_N_ELEMENTS (rules_ch) };

/*
 * Germany. The laws of all sixteen states, and article 2 (2) of the Unification
 * Treaty; in 2017 all had Reformation Day. Epiphany, Corpus Christi, All Saints’
 * Day and others are days of some states only.
 */
static const QdHolidayRule rules_de[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Good Friday"), EASTER (-2) },
  { N_ ("Easter Monday"), EASTER (1) },
  { N_ ("Labour Day"), FIXED (5, 1) },
  { N_ ("Ascension Day"), EASTER (39) },
  { N_ ("Whit Monday"), EASTER (50) },
  { N_ ("German Unity Day"), FIXED (10, 3), .since = 1990 },
  { N_ ("Reformation Day"), DAYS (20171031) },
  { N_ ("Repentance Day"), FROM (WED, 11, 16), .until = 1994 },
  { N_ ("Christmas Day"), FIXED (12, 25) },
  { N_ ("St. Stephen’s Day"), FIXED (12, 26) },
};

const QdHolidayTable       qd_holidays_de = { rules_de, G_N_ELEMENTS (rules_de) };

/*
 * Denmark. The days on which the church’s act closes shops and offices; act 214
 * of 2023 did away with the Great Prayer Day. Constitution Day, Christmas Eve and
 * New Year’s Eve are off by agreement only.
 */
static const QdHolidayRule rules_dk[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Maundy Thursday"), EASTER (-3) },
  { N_ ("Good Friday"), EASTER (-2) },
  { N_ ("Easter Sunday"), EASTER (0) },
  { N_ ("Easter Monday"), EASTER (1) },
  { N_ ("Great Prayer Day"), EASTER (26), .until = 2023 },
  { N_ ("Ascension Day"), EASTER (39) },
  { N_ ("Whit Sunday"), EASTER (49) },
  { N_ ("Whit Monday"), EASTER (50) },
  { N_ ("Christmas Day"), FIXED (12, 25) },
  { N_ ("St. Stephen’s Day"), FIXED (12, 26) },
};

const QdHolidayTable       qd_holidays_dk = { rules_dk, G_N_ELEMENTS (rules_dk) };

/*
 * Spain. Royal decree 2001/1983, article 45, and the list of the year in the
 * Boletín Oficial del Estado. A region may give another day off for one that
 * falls on a Sunday, so that such a day is not on that list; python-holidays
 * 0.71 follows the lists up to 2025 and has the Sundays of later years, and so
 * it is here. Maundy Thursday and St. James’ Day are days of most regions.
 */
static const QdHolidayRule rules_es[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Epiphany"), FIXED (1, 6) },
  { N_ ("Good Friday"), EASTER (-2) },
  { N_ ("Labour Day"), FIXED (5, 1) },
  { N_ ("Assumption Day"), FIXED (8, 15) },
  { N_ ("National Day"), FIXED (10, 12) },
  { N_ ("All Saints’ Day"), FIXED (11, 1) },
  { N_ ("Constitution Day"), FIXED (12, 6) },
  { N_ ("Immaculate Conception"), FIXED (12, 8) },
  { N_ ("Christmas Day"), FIXED (12, 25) },
};

const QdHolidayTable       qd_holidays_es = { rules_es, G_N_ELEMENTS (rules_es), .no_sundays_until = 2025 };

/*
 * Finland. The Church Act, and act 388 of 1937 for Independence Day. The eves of
 * Midsummer and Christmas are no holidays by law, but off by every agreement.
 */
static const QdHolidayRule rules_fi[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Epiphany"), FROM (SAT, 1, 6), .until = 1990 },
  { N_ ("Epiphany"), FIXED (1, 6), .since = 1991 },
  { N_ ("Good Friday"), EASTER (-2) },
  { N_ ("Easter Sunday"), EASTER (0) },
  { N_ ("Easter Monday"), EASTER (1) },
  { N_ ("May Day"), FIXED (5, 1) },
  { N_ ("Ascension Day"), EASTER (34), .until = 1990 },
  { N_ ("Ascension Day"), EASTER (39), .since = 1991 },
  { N_ ("Whit Sunday"), EASTER (49) },
  { N_ ("Midsummer Eve"), FROM (FRI, 6, 19) },
  { N_ ("Midsummer Day"), FROM (SAT, 6, 20) },
  { N_ ("All Saints’ Day"), FROM (SAT, 10, 31) },
  { N_ ("Independence Day"), FIXED (12, 6) },
  { N_ ("Christmas Eve"), FIXED (12, 24) },
  { N_ ("Christmas Day"), FIXED (12, 25) },
  { N_ ("St. Stephen’s Day"), FIXED (12, 26) },
};

const QdHolidayTable       qd_holidays_fi = { rules_fi, G_N_ELEMENTS (rules_fi) };

/*
 * France. Code du travail, article L3133-1, without the two days of Alsace and
 * Moselle. From 2005 to 2007 all worked on Whit Monday, the day of solidarity.
 */
static const QdHolidayRule rules_fr[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Easter Monday"), EASTER (1) },
  { N_ ("Labour Day"), FIXED (5, 1) },
  { N_ ("Victory Day"), FIXED (5, 8), .since = 1982 },
  { N_ ("Ascension Day"), EASTER (39) },
  { N_ ("Whit Monday"), EASTER (50), .until = 2004 },
  { N_ ("Whit Monday"), EASTER (50), .since = 2008 },
  { N_ ("Bastille Day"), FIXED (7, 14) },
  { N_ ("Assumption Day"), FIXED (8, 15) },
  { N_ ("All Saints’ Day"), FIXED (11, 1) },
  { N_ ("Armistice Day"), FIXED (11, 11) },
  { N_ ("Christmas Day"), FIXED (12, 25) },
};

const QdHolidayTable       qd_holidays_fr = { rules_fr, G_N_ELEMENTS (rules_fr) };

/*
 * United Kingdom. The Banking and Financial Dealings Act 1971 and the royal
 * proclamations under it, as far as the whole kingdom has the day. Easter Monday
 * and the August bank holiday are not here, since Scotland has not the first and
 * another day for the second; nor are the days of Northern Ireland.
 */
static const QdHolidayRule rules_gb[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1), .since = 1975, .shift = &qd_holiday_shift_free },
  { N_ ("Good Friday"), EASTER (-2) },
  { N_ ("Early May Bank Holiday"), NTH (1, MON, 5), .since = 1978 },
  { N_ ("Early May Bank Holiday"), DAYS (19950508, 20200508) },
  { N_ ("Spring Bank Holiday"), NTH (-1, MON, 5), .since = 1971 },
  { N_ ("Spring Bank Holiday"), DAYS (20020604, 20120604, 20220602) },
  { N_ ("Silver Jubilee"), DAYS (19770607) },
  { N_ ("Wedding of Prince Charles"), DAYS (19810729) },
  { N_ ("Millennium Eve"), DAYS (19991231) },
  { N_ ("Golden Jubilee"), DAYS (20020603) },
  { N_ ("Wedding of Prince William"), DAYS (20110429) },
  { N_ ("Diamond Jubilee"), DAYS (20120605) },
  { N_ ("Platinum Jubilee"), DAYS (20220603) },
  { N_ ("State Funeral of Queen Elizabeth II"), DAYS (20220919) },
  { N_ ("Coronation of King Charles III"), DAYS (20230508) },
  { N_ ("Christmas Day"), FIXED (12, 25), .shift = &qd_holiday_shift_free },
  { N_ ("Boxing Day"), FIXED (12, 26), .shift = &qd_holiday_shift_free },
};

const QdHolidayTable        qd_holidays_gb = { rules_gb, G_N_ELEMENTS (rules_gb) };

/* St. Brigid’s Day is on the first Monday of February, unless the 1st is a Friday. */
static const QdHolidayShift brigid_shift = { { 0, 6, 5, 4, 0, 2, 1 }, .instead = TRUE };

/*
 * Ireland. The Organisation of Working Time Act 1997, second schedule; St.
 * Brigid’s Day is there since 2023. A day for one at a weekend is the employer’s
 * choice.
 */
static const QdHolidayRule  rules_ie[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1), .since = 1975 },
  { N_ ("St. Brigid’s Day"), FIXED (2, 1), .since = 2023, .shift = &brigid_shift },
  { N_ ("St. Patrick’s Day"), FIXED (3, 17) },
  { N_ ("Day of Remembrance and Recognition"), DAYS (20220318) },
  { N_ ("Easter Monday"), EASTER (1) },
  { N_ ("May Day"), NTH (1, MON, 5), .since = 1994 },
  { N_ ("May Day"), DAYS (19950508) },
  { N_ ("Whit Monday"), EASTER (50), .until = 1972 },
  { N_ ("June Bank Holiday"), NTH (1, MON, 6), .since = 1973 },
  { N_ ("August Bank Holiday"), NTH (1, MON, 8) },
  { N_ ("National Day of Mourning"), DAYS (20110914) },
  { N_ ("October Bank Holiday"), NTH (-1, MON, 10), .since = 1977 },
  { N_ ("Christmas Day"), FIXED (12, 25) },
  { N_ ("St. Stephen’s Day"), FIXED (12, 26) },
  { N_ ("Millennium Eve"), DAYS (19991231) },
};

const QdHolidayTable       qd_holidays_ie = { rules_ie, G_N_ELEMENTS (rules_ie) };

/*
 * Italy. Laws 260 of 1949, 54 of 1977 and 336 of 2000. Each town has the day of
 * its patron besides. Law 151 of 2025 makes 4 October a holiday from 2026 on; it
 * is younger than python-holidays 0.71, which this table follows day by day.
 */
static const QdHolidayRule rules_it[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Epiphany"), FIXED (1, 6) },
  { N_ ("Easter Sunday"), EASTER (0) },
  { N_ ("Easter Monday"), EASTER (1) },
  { N_ ("Liberation Day"), FIXED (4, 25) },
  { N_ ("Labour Day"), FIXED (5, 1) },
  { N_ ("Republic Day"), FIXED (6, 2) },
  { N_ ("Assumption Day"), FIXED (8, 15) },
  { N_ ("All Saints’ Day"), FIXED (11, 1) },
  { N_ ("Immaculate Conception"), FIXED (12, 8) },
  { N_ ("Christmas Day"), FIXED (12, 25) },
  { N_ ("St. Stephen’s Day"), FIXED (12, 26) },
  { N_ ("Anniversary of Unification"), DAYS (20110317) },
};

const QdHolidayTable        qd_holidays_it = { rules_it, G_N_ELEMENTS (rules_it) };

/* King’s Day, and the Queen’s before, is on Saturday when it would be a Sunday. */
static const QdHolidayShift kings_shift = { { 0, 0, 0, 0, 0, 0, -1 }, .instead = TRUE };

/*
 * Netherlands. Algemene termijnenwet, article 3. Liberation Day is off each
 * fifth year, as the government asks and most agreements have it; Good Friday is
 * off for few.
 */
static const QdHolidayRule  rules_nl[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Easter Sunday"), EASTER (0) },
  { N_ ("Easter Monday"), EASTER (1) },
  { N_ ("Queen’s Day"), FIXED (4, 30), .until = 2013, .shift = &kings_shift },
  { N_ ("King’s Day"), FIXED (4, 27), .since = 2014, .shift = &kings_shift },
  { N_ ("Liberation Day"), FIXED (5, 5), .since = 1950, .every = 5 },
  { N_ ("Ascension Day"), EASTER (39) },
  { N_ ("Whit Sunday"), EASTER (49) },
  { N_ ("Whit Monday"), EASTER (50) },
  { N_ ("Christmas Day"), FIXED (12, 25) },
  { N_ ("St. Stephen’s Day"), FIXED (12, 26) },
};

const QdHolidayTable       qd_holidays_nl = { rules_nl, G_N_ELEMENTS (rules_nl) };

/* Norway. The act on holidays of 1995, and that of 1947 for 1 and 17 May. */
static const QdHolidayRule rules_no[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Maundy Thursday"), EASTER (-3) },
  { N_ ("Good Friday"), EASTER (-2) },
  { N_ ("Easter Sunday"), EASTER (0) },
  { N_ ("Easter Monday"), EASTER (1) },
  { N_ ("Labour Day"), FIXED (5, 1) },
  { N_ ("Constitution Day"), FIXED (5, 17) },
  { N_ ("Ascension Day"), EASTER (39) },
  { N_ ("Whit Sunday"), EASTER (49) },
  { N_ ("Whit Monday"), EASTER (50) },
  { N_ ("Christmas Day"), FIXED (12, 25) },
  { N_ ("St. Stephen’s Day"), FIXED (12, 26) },
};

const QdHolidayTable       qd_holidays_no = { rules_no, G_N_ELEMENTS (rules_no) };

/*
 * Poland. The act of 18 January 1951 on days free from work, with Christmas Eve
 * since 2025. The day that an employer gives off for one on a Saturday is the
 * employer’s choice.
 */
static const QdHolidayRule rules_pl[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Epiphany"), FIXED (1, 6), .since = 2011 },
  { N_ ("Easter Sunday"), EASTER (0) },
  { N_ ("Easter Monday"), EASTER (1) },
  { N_ ("Labour Day"), FIXED (5, 1) },
  { N_ ("Constitution Day"), FIXED (5, 3), .since = 1990 },
  { N_ ("Whit Sunday"), EASTER (49) },
  { N_ ("Corpus Christi"), EASTER (60) },
  { N_ ("National Day of Rebirth"), FIXED (7, 22), .until = 1989 },
  { N_ ("Assumption Day"), FIXED (8, 15), .since = 1989 },
  { N_ ("All Saints’ Day"), FIXED (11, 1) },
  { N_ ("Independence Day"), FIXED (11, 11), .since = 1989 },
  { N_ ("Centenary of Independence"), DAYS (20181112) },
  { N_ ("Christmas Eve"), FIXED (12, 24), .since = 2025 },
  { N_ ("Christmas Day"), FIXED (12, 25) },
  { N_ ("St. Stephen’s Day"), FIXED (12, 26) },
};

const QdHolidayTable       qd_holidays_pl = { rules_pl, G_N_ELEMENTS (rules_pl) };

/*
 * Portugal. Código do Trabalho, article 234; four days were no holidays from
 * 2013 to 2015. Carnival is off by custom, and each town has a day of its own.
 */
static const QdHolidayRule rules_pt[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Good Friday"), EASTER (-2) },
  { N_ ("Easter Sunday"), EASTER (0) },
  { N_ ("Freedom Day"), FIXED (4, 25), .since = 1974 },
  { N_ ("Labour Day"), FIXED (5, 1), .since = 1974 },
  { N_ ("Corpus Christi"), EASTER (60), .until = 2012 },
  { N_ ("Corpus Christi"), EASTER (60), .since = 2016 },
  { N_ ("Portugal Day"), FIXED (6, 10) },
  { N_ ("Assumption Day"), FIXED (8, 15) },
  { N_ ("Republic Day"), FIXED (10, 5), .until = 2012 },
  { N_ ("Republic Day"), FIXED (10, 5), .since = 2016 },
  { N_ ("All Saints’ Day"), FIXED (11, 1), .until = 2012 },
  { N_ ("All Saints’ Day"), FIXED (11, 1), .since = 2016 },
  { N_ ("Restoration of Independence"), FIXED (12, 1), .until = 2012 },
  { N_ ("Restoration of Independence"), FIXED (12, 1), .since = 2016 },
  { N_ ("Immaculate Conception"), FIXED (12, 8) },
  { N_ ("Christmas Day"), FIXED (12, 25) },
};

const QdHolidayTable       qd_holidays_pt = { rules_pt, G_N_ELEMENTS (rules_pt) };

/*
 * Sweden. Act 1989:253 on public holidays, without the Sundays that it names
 * too, and the three eves that the Annual Leave Act takes for Sundays.
 */
static const QdHolidayRule rules_se[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1) },
  { N_ ("Epiphany"), FIXED (1, 6) },
  { N_ ("Good Friday"), EASTER (-2) },
  { N_ ("Easter Sunday"), EASTER (0) },
  { N_ ("Easter Monday"), EASTER (1) },
  { N_ ("May Day"), FIXED (5, 1) },
  { N_ ("Ascension Day"), EASTER (39) },
  { N_ ("Whit Sunday"), EASTER (49) },
  { N_ ("Whit Monday"), EASTER (50), .until = 2004 },
  { N_ ("National Day"), FIXED (6, 6), .since = 2005 },
  { N_ ("Midsummer Eve"), FROM (FRI, 6, 19) },
  { N_ ("Midsummer Day"), FROM (SAT, 6, 20) },
  { N_ ("All Saints’ Day"), FROM (SAT, 10, 31) },
  { N_ ("Christmas Eve"), FIXED (12, 24) },
  { N_ ("Christmas Day"), FIXED (12, 25) },
  { N_ ("St. Stephen’s Day"), FIXED (12, 26) },
  { N_ ("New Year’s Eve"), FIXED (12, 31) },
};

const QdHolidayTable qd_holidays_se = { rules_se, G_N_ELEMENTS (rules_se) };

/*
 * South Africa. The Public Holidays Act (36 of 1994), with the days that the
 * president declared. Those of elections to come are not known.
 */
static const int     election_days[] = {
  19990602, 20040414, 20060301, 20090422, 20110518, 20140507, 20160803, 20190508,
  20211101, 20240529, 0
};

static const int declared_days[] = {
  19991231, 20000102, 20000103, 20080502, 20111227, 20161227, 20221227, 20231215, 0
};

static const QdHolidayRule rules_za[] = {
  { N_ ("New Year’s Day"), FIXED (1, 1), .since = 1995, .shift = &qd_holiday_shift_sunday },
  { N_ ("Human Rights Day"), FIXED (3, 21), .since = 1995, .shift = &qd_holiday_shift_sunday },
  { N_ ("Good Friday"), EASTER (-2) },
  { N_ ("Family Day"), EASTER (1), .since = 1980 },
  { N_ ("Freedom Day"), FIXED (4, 27), .since = 1995, .shift = &qd_holiday_shift_sunday },
  { N_ ("Workers’ Day"), FIXED (5, 1), .since = 1995, .shift = &qd_holiday_shift_sunday },
  { N_ ("Youth Day"), FIXED (6, 16), .since = 1995, .shift = &qd_holiday_shift_sunday },
  { N_ ("National Women’s Day"), FIXED (8, 9), .since = 1995, .shift = &qd_holiday_shift_sunday },
  { N_ ("Heritage Day"), FIXED (9, 24), .since = 1995, .shift = &qd_holiday_shift_sunday },
  { N_ ("Day of Reconciliation"), FIXED (12, 16), .since = 1995, .shift = &qd_holiday_shift_sunday },
  { N_ ("Christmas Day"), FIXED (12, 25) },
  { N_ ("Day of Goodwill"), FIXED (12, 26), .since = 1995, .shift = &qd_holiday_shift_sunday },
  { N_ ("Day of Elections"), TABLE (election_days) },
  { N_ ("Day Declared by the President"), TABLE (declared_days) },
};

const QdHolidayTable qd_holidays_za = { rules_za, G_N_ELEMENTS (rules_za) };
