"""Invented people's résumés as JSON Resume: scripts, lengths and gaps of many kinds."""

from resume.domain.pointers import JSON

MAREK: JSON = {
    "basics": {
        "name": "Marek Nowicki",
        "label": "Shift supervisor",
        "email": "marek.nowicki@example.org",
        "phone": "+46 70 123 45 67",
        "location": {"city": "Gothenburg", "countryCode": "SE"},
        "summary": "Shift supervisor who started about forty new colleagues.",
    },
    "work": [
        {
            "name": "Hisingen distribution centre",
            "position": "Shift supervisor",
            "startDate": "2014",
            "highlights": [
                "Tracks mispicks per shift and posts them where everyone sees them.",
                "Plans the late shift for fourteen people.",
                "Responsible for training new staff, about forty people since 2014.",
            ],
        },
        {
            "name": "Hisingen distribution centre",
            "position": "Order picker, then forklift driver",
            "startDate": "2006",
            "endDate": "2014",
        },
    ],
    "education": [{"institution": "Technikum Gdańsk", "studyType": "Vocational diploma", "endDate": "2004"}],
    "certificates": [{"name": "Forklift licence A+B", "date": "2007"}],
    "skills": [{"name": "Rota planning"}, {"name": "Training new staff"}, {"name": "Visual work instructions"}],
    "languages": [{"language": "Polish", "fluency": "native"}, {"language": "Swedish", "fluency": "fluent"}],
    "x-team": {"kept": ["unknown", 1, None, True]},
}

ZOFIA: JSON = {
    "basics": {
        "name": "Zofia Wójcik-Brzęczyszczykiewicz",
        "label": "Pielęgniarka",
        "email": "zofia@example.pl",
        "phone": "+48 600 100 200",
        "location": {"city": "Łódź", "region": "łódzkie", "countryCode": "PL"},
        "summary": "Pielęgniarka z dwunastoletnim doświadczeniem na oddziale chirurgii i w opiece domowej.",
    },
    "work": [
        {
            "name": "Szpital im. Mikołaja Kopernika",
            "position": "Pielęgniarka odcinkowa",
            "startDate": "2012-09",
            "highlights": [
                "Opieka nad pacjentami po zabiegach oraz podawanie leków zgodnie ze zleceniami.",
                "Wprowadzanie nowych osób na oddział i prowadzenie dokumentacji.",
            ],
        }
    ],
    "education": [
        {
            "institution": "Uniwersytet Medyczny w Łodzi",
            "studyType": "Licencjat",
            "area": "Pielęgniarstwo",
            "endDate": "2012-06",
        }
    ],
    "skills": [{"name": "Opieka", "keywords": ["pielęgnacja ran", "podawanie leków", "rozmowa z rodziną"]}],
}

JUERGEN: JSON = {
    "basics": {
        "name": "Jürgen Groß",
        "label": "Elektroniker für Energie- und Gebäudetechnik",
        "location": {"postalCode": "04109", "city": "Leipzig", "countryCode": "DE"},
        "email": "juergen.gross@example.de",
        "summary": "Seit achtzehn Jahren auf Baustellen und im Service, gern mit Auszubildenden.",
    },
    "work": [
        {
            "name": "Stadtwerke Leipzig",
            "position": "Elektroniker",
            "startDate": "2006-08",
            "endDate": "2021-03",
            "highlights": [
                "Wartung der Niederspannungshauptverteilungen und der Sicherheitsbeleuchtungsanlagen in 42 Gebäuden.",
                "Bearbeitung der Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesangelegenheiten.",
                "Prüfung ortsveränderlicher Geräte nach DGUV V3.",
            ],
        }
    ],
    "certificates": [{"name": "Führerschein Klasse C1E", "issuer": "Stadt Leipzig", "date": "2009-05"}],
    "languages": [{"language": "Deutsch", "fluency": "Muttersprache"}, {"language": "Englisch", "fluency": "B1"}],
}

ELENI: JSON = {
    "basics": {
        "name": "Ελένη Παπαδοπούλου",
        "label": "Δασκάλα δημοτικού",
        "location": {"city": "Θεσσαλονίκη", "countryCode": "GR"},
        "summary": "Δασκάλα με αγάπη για την ειδική αγωγή και για τις ιστορίες των παιδιών.",
    },
    "work": [
        {
            "name": "5ο Δημοτικό Σχολείο Θεσσαλονίκης",
            "position": "Δασκάλα",
            "startDate": "2010-09",
            "endDate": "2022-06",
            "highlights": ["Διδασκαλία σε τάξεις με είκοσι πέντε παιδιά και συνεργασία με τις οικογένειες."],
        }
    ],
    "languages": [{"language": "Ελληνικά", "fluency": "μητρική"}, {"language": "Αγγλικά", "fluency": "C2"}],
}

OKSANA: JSON = {
    "basics": {
        "name": "Оксана Шевченко",
        "label": "Бухгалтерка",
        "location": {"city": "Київ", "countryCode": "UA"},
        "email": "oksana@example.ua",
        "summary": "Веду облік для малих підприємств та звітую вчасно.",
    },
    "work": [
        {
            "name": "ТОВ «Ґанок»",
            "position": "Головна бухгалтерка",
            "startDate": "2015-02",
            "highlights": [
                "Щомісячна звітність для шести фірм і розмови з податковою.",
                "Перехід на електронний документообіг у 2019 році.",
            ],
        }
    ],
    "education": [
        {"institution": "КНЕУ імені Вадима Гетьмана", "studyType": "Бакалавр", "area": "Облік і оподаткування"}
    ],
}

DMITRI: JSON = {
    "basics": {
        "name": "Дмитрий Соловьёв",
        "label": "Водитель автобуса",
        "summary": "Двадцать лет за рулём городского автобуса, без аварий и с улыбкой для пассажиров.",
    },
    "work": [{"name": "Автобусный парк № 7", "position": "Водитель", "startDate": "2003", "endDate": "2023"}],
    "skills": [{"name": "Безопасное вождение"}, {"name": "Общение с людьми"}],
}

AOIFE: JSON = {
    "basics": {
        "name": "Aoife Ní Dhomhnaill",
        "email": "aoife@example.ie",
        "url": "https://example.ie/~aoife/portfolio/2024/a-long-address-that-goes-on/",
        "profiles": [{"network": "LinkedIn", "username": "aoife", "url": "https://www.linkedin.com/in/aoife"}],
    },
    "work": [
        {
            "name": "Home",
            "position": "Caring for my mother",
            "startDate": "2019-01",
            "endDate": "2023-08",
            "summary": "Career break.",
            "highlights": [
                "Gave medicines on time & kept a diary for the doctor.",
                "Dealt with <forms>, 2 agencies and a *lot* of waiting_rooms.",
            ],
        },
        {"name": "Dunnes Stores", "position": "Sales assistant"},
    ],
    "volunteer": [
        {
            "organization": "Tidy Towns",
            "position": "Organiser",
            "startDate": "2016",
            "highlights": ["Found 30 helpers for the spring clean."],
        }
    ],
    "interests": [{"name": "Gardening", "keywords": ["roses", "compost"]}],
    "references": [{"name": "Mary Byrne", "reference": "Aoife never once left early."}],
}

KENJI: JSON = {
    "basics": {
        "name": "Kenji O’Neill-Yamada",
        "label": "Software developer – “back end”",
        "location": {"city": "Austin", "region": "TX", "countryCode": "US"},
    },
    "work": [
        {
            "name": "Lone Star Freight",
            "location": "Austin, TX",
            "position": "Developer",
            "url": "https://freight.example.com",
            "startDate": "2021-11-15",
            "description": "Logistics",
            "highlights": [
                "Cut invoice errors from 4.5 % to 0.7 % with C#, .NET and T-SQL.",
                "Wrote 1,200 tests; CI/CD runs in 6 min.",
            ],
        }
    ],
    "projects": [
        {
            "name": "Open bus times",
            "description": "Timetables for 12 towns.",
            "highlights": ["3k users"],
            "keywords": ["Python", "GTFS"],
            "startDate": "2019",
            "url": "https://bus.example.com",
        }
    ],
    "education": [
        {
            "institution": "UT Austin",
            "studyType": "BSc",
            "area": "Mathematics",
            "startDate": "2015-09",
            "endDate": "2019-05",
            "score": "3.8",
            "courses": ["M 365C – Real Analysis"],
        }
    ],
    "publications": [
        {
            "name": "Buses on time",
            "publisher": "Transit Letters",
            "releaseDate": "2020-04-01",
            "summary": "How late is late?",
        }
    ],
    "awards": [{"title": "Hack day prize", "awarder": "City of Austin", "date": "2019-10"}],
    "skills": [
        {"name": "Languages", "level": "Senior", "keywords": ["C#", "Python", "SQL"]},
        {"name": "Tools", "keywords": ["Git", "Docker"]},
    ],
}

LONG: JSON = {
    "basics": {
        "name": "Ana-María Núñez de la Peña",
        "label": "Jefa de cocina",
        "email": "ana@example.es",
        "summary": "Cocinera con veinte años de oficio en restaurantes de barrio y en hoteles de la costa. " * 3,
    },
    "work": [
        {
            "name": f"Restaurante El Ñandú {number}",
            "position": "Jefa de cocina" if number < 3 else "Cocinera",
            "location": "Málaga",
            "startDate": f"{2022 - 2 * number}-01",
            "endDate": f"{2023 - 2 * number}-12",
            "highlights": [
                f"Dirigió una cocina de {number + 3} personas con {60 + 10 * number} cubiertos por servicio en temporada alta.",
                "Redujo el desperdicio con menús de temporada y con pedidos más pequeños a los proveedores de la zona.",
                "Formó a los aprendices y organizó los turnos de la semana para que nadie trabajara dos noches seguidas.",
                "Llevó el control de higiene y de alérgenos según el sistema APPCC sin incidencias en las inspecciones.",
            ],
        }
        for number in range(8)
    ],
    "education": [
        {
            "institution": "Escuela de Hostelería de Málaga",
            "studyType": "Técnico Superior",
            "area": "Dirección de Cocina",
            "endDate": "2004",
        }
    ],
    "languages": [{"language": "Español", "fluency": "nativo"}, {"language": "Inglés", "fluency": "B2"}],
}

NGUYEN: JSON = {
    "basics": {"name": "Nguyễn Thị Ánh Tuyết", "label": "Nail technician", "phone": "0161 496 0000"},
    "work": [
        {
            "name": "Polished",
            "position": "Nail technician",
            "startDate": "2018-05",
            "highlights": ["Looked after about 30 regular clients a week."],
        }
    ],
    "certificates": [{"name": "NVQ Level 2 Nail Services"}],
}

FRANCOISE: JSON = {
    "basics": {
        "name": "Françoise Œuvrard",
        "label": "Bibliothécaire",
        "summary": "Passionnée par les livres et par les gens qui les lisent, de la petite enfance à la retraite.",
    },
    "work": [
        {
            "name": "Bibliothèque de l’Île",
            "position": "Responsable jeunesse",
            "startDate": "1998-10",
            "endDate": "2021-12",
            "highlights": [
                "Animation d’un club de lecture pour 25 enfants.",
                "Gestion d’un budget d’acquisition de 18 000 €.",
            ],
        }
    ],
    "education": [
        {"institution": "Université Lumière Lyon 2", "studyType": "Maîtrise", "area": "Lettres", "endDate": "1997"}
    ],
}

PEDRO: JSON = {
    "basics": {"name": "Pedro Magalhães", "label": "Eletricista"},
    "skills": [{"name": "Instalações elétricas"}, {"name": "Leitura de plantas"}, {"name": "Segurança no trabalho"}],
    "other": [
        {"name": "Disponibilidade", "highlights": ["Carta de condução B e viatura própria."]},
        {"highlights": ["Disponível para trabalho por turnos."]},
    ],
}

EMPTY_LOOKING: JSON = {"basics": {"name": "Madonna"}, "work": [], "skills": [{"name": "Singing"}]}

ALL: dict[str, tuple[JSON, str]] = {
    "marek": (MAREK, "en"),
    "zofia": (ZOFIA, "pl"),
    "juergen": (JUERGEN, "de"),
    "eleni": (ELENI, "el"),
    "oksana": (OKSANA, "uk"),
    "dmitri": (DMITRI, "ru"),
    "aoife": (AOIFE, "en"),
    "kenji": (KENJI, "en"),
    "long": (LONG, "es"),
    "nguyen": (NGUYEN, "en"),
    "francoise": (FRANCOISE, "fr"),
    "pedro": (PEDRO, "pt"),
    "madonna": (EMPTY_LOOKING, "en"),
}
